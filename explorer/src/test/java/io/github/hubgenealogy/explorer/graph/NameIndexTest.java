package io.github.hubgenealogy.explorer.graph;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.hubgenealogy.lake.id.ModelId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tuple;

/** Search and nearest names against a reading of every name, one after another. */
final class NameIndexTest {
  private static final int LIMIT = 7;

  @Property(tries = 300)
  void a_search_finds_what_reading_all_names_finds(
      @ForAll("names") List<String> names, @ForAll("sought") String sought) {
    Fixture fixture = new Fixture(names);
    String folded = sought.toLowerCase(Locale.ROOT);
    Predicate<String> begins = name -> name.startsWith(folded) || name.contains("/" + folded);
    List<Integer> expected = new ArrayList<>();
    fixture.inOrder(begins).forEach(expected::add);
    fixture.inOrder(name -> !begins.test(name) && name.contains(folded)).forEach(expected::add);
    assertThat(boxed(fixture.index.search(sought, LIMIT)))
        .isEqualTo(expected.stream().limit(LIMIT).toList());
  }

  @Property(tries = 200)
  void whole_names_and_parts_after_the_slash_are_found_whatever_their_case(
      @ForAll("names") List<String> names, @ForAll("sought") String other) {
    Fixture fixture = new Fixture(names);
    for (String sought :
        Stream.concat(fixture.sorted.stream().limit(5), Stream.of(other)).toList()) {
      String folded = sought.toLowerCase(Locale.ROOT);
      assertThat(boxed(fixture.index.equalTo(sought.replace('a', 'A').replace('b', 'B'), 50)))
          .isEqualTo(fixture.inOrder(folded::equals).limit(50).toList());
      assertThat(boxed(fixture.index.named(sought, 50)))
          .isEqualTo(fixture.inOrder(name -> name.endsWith("/" + folded)).limit(50).toList());
      assertThat(boxed(fixture.index.holding(sought)))
          .isEqualTo(fixture.inOrder(name -> name.contains(folded)).toList());
    }
  }

  @Property(tries = 100)
  void the_nearest_have_the_smallest_edit_distances(
      @ForAll("names") List<String> names, @ForAll("sought") String sought) {
    Fixture fixture = new Fixture(names);
    int[] nearest = new NearestNames(fixture.index).of(sought, 5);
    List<Integer> found =
        Arrays.stream(nearest).mapToObj(n -> distance(sought, fixture.sorted.get(n))).toList();
    List<Integer> smallest =
        fixture.sorted.stream().map(name -> distance(sought, name)).sorted().limit(5).toList();
    assertThat(found).isEqualTo(smallest);
  }

  @Provide
  Arbitrary<List<String>> names() {
    Arbitrary<String> part =
        Arbitraries.strings().withChars("abAB-é").ofMinLength(1).ofMaxLength(6);
    Arbitrary<String> owned = Combinators.combine(part, part).as((o, n) -> o + "/" + n);
    return Arbitraries.frequencyOf(Tuple.of(5, owned), Tuple.of(1, part))
        .list()
        .ofMinSize(1)
        .ofMaxSize(600);
  }

  @Provide
  Arbitrary<String> sought() {
    return Arbitraries.strings().withChars("abAB/-é").ofMinLength(1).ofMaxLength(9);
  }

  /** Names in the lake's order, and an order of downloads of their own. */
  private static final class Fixture {
    private final List<String> sorted;
    private final int[] order;
    private final NameIndex index;

    Fixture(List<String> names) {
      TreeSet<String> distinct = new TreeSet<>(ModelId.UTF8_ORDER);
      distinct.addAll(names);
      sorted = List.copyOf(distinct);
      Ids.Builder ids = new Ids.Builder();
      sorted.forEach(ids::add);
      order =
          IntStream.range(0, sorted.size())
              .boxed()
              .sorted((a, b) -> Integer.compare(a * 7919 % 601, b * 7919 % 601))
              .mapToInt(Integer::intValue)
              .toArray();
      index = new NameIndex(ids.build(), order);
    }

    Stream<Integer> inOrder(Predicate<String> folded) {
      return Arrays.stream(order).boxed().filter(n -> folded.test(ascii(sorted.get(n))));
    }

    private static String ascii(String name) {
      return ModelId.caseFold(name);
    }
  }

  private static List<Integer> boxed(int[] numbers) {
    return Arrays.stream(numbers).boxed().toList();
  }

  /** The textbook's distance over bytes, of the part after the slash where none is sought. */
  private static int distance(String sought, String name) {
    byte[] a = NameIndex.folded(sought);
    byte[] b =
        NameIndex.folded(sought.contains("/") ? name : name.substring(name.indexOf('/') + 1));
    int[] row = IntStream.rangeClosed(0, b.length).toArray();
    for (int i = 1; i <= a.length; i++) {
      int diagonal = row[0];
      row[0] = i;
      for (int j = 1; j <= b.length; j++) {
        int above = row[j];
        int replaced = diagonal + (a[i - 1] == b[j - 1] ? 0 : 1);
        row[j] = Math.min(replaced, 1 + Math.min(above, row[j - 1]));
        diagonal = above;
      }
    }
    return row[b.length];
  }
}
