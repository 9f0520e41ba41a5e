package io.github.hubgenealogy.jobs.prose;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;

final class StartsTest {
  private static final List<List<String>> WORDS =
      Arrays.stream(ProseRule.values()).map(ProseRule::starts).toList();

  /** The places of all words, each looked for by itself, with their phrases as bits. */
  private static Map<Integer, Long> naive(List<List<String>> words, String text) {
    Map<Integer, Long> places = new TreeMap<>();
    String lower = text.toLowerCase(Locale.ROOT);
    for (int n = 0; n < words.size(); n++) {
      for (String word : words.get(n)) {
        for (int at = lower.indexOf(word); at >= 0; at = lower.indexOf(word, at + 1)) {
          char before = at == 0 ? ' ' : text.charAt(at - 1);
          if (!Character.isLetter(before) && (before < '0' || before > '9')) {
            places.merge(at, 1L << n, (a, b) -> a | b);
          }
        }
      }
    }
    return places;
  }

  private static Map<Integer, Long> found(Starts starts, String text, int first, int end) {
    char[] characters = text.toCharArray();
    Map<Integer, Long> places = new TreeMap<>();
    for (int at = starts.next(characters, first, first, end);
        at < end;
        at = starts.next(characters, first, at + 1, end)) {
      places.put(at, starts.at(characters, at, end));
    }
    return places;
  }

  /** Text of the rules' own words, whole, cut, capital and run together. */
  @Provide
  Arbitrary<String> texts() {
    List<String> parts =
        new ArrayList<>(List.of(" ", " ", "-", "1", "\u00e9", "\n", ".", "x", "@"));
    for (List<String> rule : WORDS) {
      for (String word : rule) {
        parts.add(word);
        parts.add(word.toUpperCase(Locale.ROOT));
        parts.add(word.substring(1));
        parts.add(word.substring(0, word.length() - 1));
      }
    }
    return Arbitraries.of(parts).list().ofMaxSize(30).map(list -> String.join("", list));
  }

  @Property(tries = 5_000)
  void every_place_is_found_that_looking_for_each_word_finds(@ForAll("texts") String text) {
    assertThat(found(new Starts(WORDS), text, 0, text.length())).isEqualTo(naive(WORDS, text));
  }

  @Property(tries = 2_000)
  void so_it_is_in_a_part_of_a_text(@ForAll("texts") String text, @ForAll("texts") String around) {
    String whole = around + text + around;
    Map<Integer, Long> expected = new TreeMap<>();
    naive(WORDS, text).forEach((at, rules) -> expected.put(around.length() + at, rules));
    assertThat(found(new Starts(WORDS), whole, around.length(), around.length() + text.length()))
        .isEqualTo(expected);
  }

  @Property(tries = 2_000)
  void so_it_is_with_any_words(
      @ForAll("words") List<String> words, @ForAll("letters") String text) {
    List<List<String>> phrases = words.stream().map(List::of).toList();
    assertThat(found(new Starts(phrases), text, 0, text.length())).isEqualTo(naive(phrases, text));
  }

  @Provide
  Arbitrary<List<String>> words() {
    return Arbitraries.strings()
        .withChars('a', 'b', 'c')
        .ofMinLength(2)
        .ofMaxLength(5)
        .list()
        .ofMinSize(1)
        .ofMaxSize(6);
  }

  @Provide
  Arbitrary<String> letters() {
    return Arbitraries.strings().withChars("aAbBcC .").ofMaxLength(60);
  }

  @Test
  void words_of_one_letter_and_too_many_phrases_are_refused() {
    assertThatThrownBy(() -> new Starts(List.of(List.of("a"))))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> new Starts(java.util.Collections.nCopies(65, List.of("ab"))))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
