package io.github.hubgenealogy.jobs.cards;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.regex.Pattern;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

final class PhrasesTest {
  @Provide
  Arbitrary<String> phrase() {
    return Arbitraries.strings().withChars("abé").ofMinLength(3).ofMaxLength(6);
  }

  @Provide
  Arbitrary<String> text() {
    return Arbitraries.strings().withChars("abé日").ofMaxLength(60);
  }

  @Property
  void it_finds_what_a_plain_search_finds(
      @ForAll @Size(min = 1, max = 6) List<@net.jqwik.api.From("phrase") String> phrases,
      @ForAll("text") String text,
      @ForAll @IntRange(max = 70) int limit) {
    long expected = 0;
    for (int i = 0; i < phrases.size(); i++) {
      int at = text.indexOf(phrases.get(i));
      expected |= at >= 0 && at < limit ? 1L << i : 0;
    }
    assertThat(new Phrases(phrases).in(text, limit)).isEqualTo(expected);
  }

  @Test
  void a_phrase_of_two_characters_is_refused() {
    assertThatThrownBy(() -> new Phrases(List.of("ab")))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Property
  void a_number_is_what_json_takes_for_one(@ForAll("digits") String text) {
    assertThat(Decimals.isJson(text))
        .isEqualTo(Pattern.matches("-?(?:0|[1-9][0-9]*)(?:\\.[0-9]+)?(?:[eE][+-]?[0-9]+)?", text));
  }

  @Provide
  Arbitrary<String> digits() {
    return Arbitraries.strings().withChars("01.eE+-").ofMaxLength(7);
  }
}
