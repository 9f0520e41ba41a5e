package io.github.hubgenealogy.jobs.cards;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class FrontMatterTest {
  /** The Hub's expression, with what JavaScript calls a blank spelt out. */
  private static final Pattern HUB =
      Pattern.compile(
          "^([\\s\\u00a0\\u1680\\u2000-\\u200a\\u2028\\u2029\\u202f\\u205f\\u3000\\ufeff]*---(?:\\r\\n|\\r|\\n))([\\S\\s]*?)"
              + "((?:\\r\\n|\\r|\\n)---[ \\t]*(\\r\\n|\\n|$))");

  @Provide
  Arbitrary<String> texts() {
    return Arbitraries.of(
            "---", "-", "--", "\n", "\r", "\r\n", " ", "\t", "a: b", "# x", "\ufeff", "----",
            "\u00a0", "é")
        .list()
        .ofMaxSize(14)
        .map(parts -> String.join("", parts));
  }

  @Property(tries = 20_000)
  void the_front_matter_is_what_the_hubs_expression_finds(@ForAll("texts") String text) {
    Matcher hub = HUB.matcher(text);
    FrontMatter found = FrontMatter.find(text);

    if (hub.find() && !hitsEndEarly(hub, text)) {
      assertThat(found.status()).isEqualTo(ParseStatus.OK);
      assertThat(text.substring(found.from(), found.to())).isEqualTo(hub.group(2));
      assertThat(found.bodyFrom()).isEqualTo(hub.end());
    } else {
      assertThat(found.status()).isNotEqualTo(ParseStatus.OK);
    }
  }

  /**
   * Java's {@code $} also matches before a last line break, JavaScript's does not: such a match is
   * none on the Hub.
   */
  private static boolean hitsEndEarly(Matcher hub, String text) {
    return hub.group(4).isEmpty() && hub.end() != text.length();
  }

  @ParameterizedTest
  @CsvSource(
      nullValues = "none",
      value = {
        "'',EMPTY",
        "' \n\t',EMPTY",
        "'# Title',NO_FRONT_MATTER",
        "'----\na: b\n----\n',NO_FRONT_MATTER",
        "'--- \na: b\n---\n',NO_FRONT_MATTER",
        "'---\na: b\n',UNCLOSED",
        "'---\na: b\n----\n',UNCLOSED",
        "'---\n---\n',EMPTY",
        "'text\n---\na: b\n---\n',NO_FRONT_MATTER",
        "'---\na: b\n---\n',OK",
        "'\n\n---\na: b\n---',OK"
      })
  void what_is_no_front_matter_says_why(String text, ParseStatus status) {
    assertThat(FrontMatter.find(text).status()).isEqualTo(status);
  }

  @Test
  void ten_megabytes_without_a_closing_fence_are_one_scan() {
    String text = "---\n" + "- --- -\n".repeat(1_300_000);
    assertThat(FrontMatter.find(text).status()).isEqualTo(ParseStatus.UNCLOSED);
  }
}
