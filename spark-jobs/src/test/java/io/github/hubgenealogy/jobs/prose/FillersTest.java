package io.github.hubgenealogy.jobs.prose;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;

/** What is skipped between a phrase and a name, against the same as a pattern. */
final class FillersTest {
  private static final Pattern PATTERN =
      Pattern.compile(
          "(?:\\s{1,4}(?:the|a|an|our|original|pre-?trained|official|base|model:?|checkpoint"
              + "|multilingual|large|small|google'?s?|meta'?s?|openai'?s?|facebook'?s?|microsoft'?s?"
              + "|mistral'?s?|hugging ?face|🤗)(?=[\\s*_`\\[])){0,4}\\s{0,4}",
          Pattern.CASE_INSENSITIVE);

  private static final List<String> PIECES =
      List.of(
          " ",
          " ",
          " ",
          "  ",
          "\n",
          "\t",
          "     ",
          "the",
          "A",
          "an",
          "our",
          "Original",
          "pretrained",
          "pre-trained",
          "pre",
          "official",
          "base",
          "model",
          "Model:",
          "checkpoint",
          "multilingual",
          "large",
          "small",
          "google",
          "Google's",
          "metas",
          "openai'",
          "facebook",
          "Microsoft's",
          "mistral",
          "hugging face",
          "HuggingFace",
          "hugging",
          "hugg\u0131ng face",
          "face",
          "🤗",
          "*",
          "_",
          "`",
          "[x](y)",
          "-",
          "'s",
          ":",
          "é",
          "ſ",
          "Llama-2",
          ".",
          "multilinguals",
          "\u000b",
          "\u00a0");

  @Provide
  static Arbitrary<String> texts() {
    return Arbitraries.of(PIECES).list().ofMaxSize(16).map(pieces -> String.join("", pieces));
  }

  @Property(tries = 20_000)
  void as_much_is_skipped_as_the_pattern_matches(
      @ForAll("texts") String text, @ForAll int from, @ForAll int end) {
    int first = Math.floorMod(from, text.length() + 1);
    int last = first + Math.floorMod(end, text.length() - first + 1);
    Matcher matcher = PATTERN.matcher(text).useTransparentBounds(true).region(first, last);
    assertThat(matcher.lookingAt()).isTrue();
    assertThat(Fillers.skip(text, first, last)).isEqualTo(matcher.end());
  }

  @Test
  void four_words_are_skipped_and_a_fifth_is_not() {
    String text = "of the original Meta's large base X";
    assertThat(text.substring(Fillers.skip(text, 2, text.length()))).isEqualTo("base X");
  }
}
