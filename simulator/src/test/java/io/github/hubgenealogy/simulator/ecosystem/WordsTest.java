package io.github.hubgenealogy.simulator.ecosystem;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

final class WordsTest {
  @Property(tries = 500)
  void a_word_in_any_case_leads_back_to_its_number(
      @ForAll long seed, @ForAll @IntRange(min = 0, max = Words.COUNT - 1) int number) {
    Words words = new Words(seed);
    String word = words.word(number);
    assertThat(words.number(word)).isEqualTo(number);
    assertThat(words.number(word.toUpperCase(Locale.ROOT))).isEqualTo(number);
  }

  @Test
  void what_is_no_word_has_no_number() {
    Words words = new Words(1);
    assertThat(words.number("abcdefgh")).isEqualTo(-1);
    assertThat(words.number("baba")).isEqualTo(-1);
  }
}
