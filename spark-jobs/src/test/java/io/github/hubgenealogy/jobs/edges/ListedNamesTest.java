package io.github.hubgenealogy.jobs.edges;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** The names in memory against a walk through all of them. */
final class ListedNamesTest {
  /** Few letters, so that ids collide but for their case; one that no ASCII rule folds. */
  @Provide
  Arbitrary<Set<String>> ids() {
    return id().set().ofMinSize(0).ofMaxSize(60);
  }

  @Provide
  Arbitrary<String> id() {
    return Arbitraries.strings().withChars("aAbB/\u00e9\u00c9").ofMinLength(1).ofMaxLength(4);
  }

  @Property(tries = 300)
  void an_id_is_found_exactly_by_its_key_and_but_for_case_as_a_walk_finds_it(
      @ForAll("ids") Set<String> ids, @ForAll("id") String asked) {
    List<String> listed = new ArrayList<>(ids);
    Map<String, Long> downloads = new HashMap<>();
    List<NameBlock> blocks = new ArrayList<>();
    for (int from = 0; from < listed.size(); from += 7) {
      blocks.add(block(listed.subList(from, Math.min(listed.size(), from + 7)), downloads));
    }

    ListedNames names = new ListedNames(blocks);

    assertThat(names.exact(bytes(asked))).isEqualTo(listed.indexOf(asked));
    assertThat(names.byKey(bytes("key of " + asked))).isEqualTo(listed.indexOf(asked));
    String best =
        listed.stream()
            .filter(id -> folded(id).equals(folded(asked)))
            .min(
                Comparator.comparing((String id) -> -downloads.get(id))
                    .thenComparing(Comparator.naturalOrder()))
            .orElse(null);
    assertThat(names.folded(bytes(asked))).isEqualTo(best == null ? -1 : listed.indexOf(best));
    for (int i = 0; i < listed.size(); i++) {
      assertThat(names.id(i)).isEqualTo(bytes(listed.get(i)));
      assertThat(names.created(i)).isEqualTo(listed.get(i).length());
      assertThat(names.rule(i)).isNull();
    }
  }

  private static NameBlock block(List<String> ids, Map<String, Long> downloads) {
    Texts texts = new Texts(0, 0);
    Texts keys = new Texts(0, 0);
    long[] counts = new long[ids.size()];
    long[] created = new long[ids.size()];
    byte[] rules = new byte[ids.size()];
    for (int i = 0; i < ids.size(); i++) {
      texts.add(bytes(ids.get(i)));
      keys.add(bytes("key of " + ids.get(i)));
      counts[i] = Math.floorMod(ids.get(i).hashCode(), 2);
      created[i] = ids.get(i).length();
      rules[i] = -1;
      downloads.put(ids.get(i), counts[i]);
    }
    return new NameBlock(texts, keys, counts, created, rules, new TreeSet<>());
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  private static String folded(String text) {
    StringBuilder folded = new StringBuilder();
    for (int i = 0; i < text.length(); i++) {
      char letter = text.charAt(i);
      folded.append(letter >= 'A' && letter <= 'Z' ? Character.toLowerCase(letter) : letter);
    }
    return folded.toString();
  }
}
