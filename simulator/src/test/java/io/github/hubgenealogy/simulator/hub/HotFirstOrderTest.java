package io.github.hubgenealogy.simulator.hub;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;

final class HotFirstOrderTest {
  /** A shelf of nothing but keys. */
  private record Keys(int size) implements Shelf {
    @Override
    public Repository at(int place) {
      throw new UnsupportedOperationException();
    }

    @Override
    public String key(int place) {
      return String.format(Locale.ROOT, "%024x", 2 * place + 1);
    }

    @Override
    public double sortValue(int place, SortKey key) {
      throw new UnsupportedOperationException();
    }

    @Override
    public Found find(String id) {
      throw new UnsupportedOperationException();
    }

    @Override
    public Order order(SortKey key, boolean ascending) {
      throw new UnsupportedOperationException();
    }

    @Override
    public String pathPrefix() {
      return "";
    }
  }

  @Property(tries = 300)
  void it_is_the_order_by_score_and_key_and_finds_every_position(
      @ForAll @Size(max = 40) List<@IntRange(min = -6, max = 4) Integer> drawn,
      @ForAll boolean ascending) {
    double[] scores = drawn.stream().mapToDouble(score -> Math.max(0, score)).toArray();
    Keys shelf = new Keys(scores.length);
    HotFirstOrder order = new HotFirstOrder(shelf, place -> scores[place], ascending);

    List<Integer> expected = new ArrayList<>();
    for (int place = 0; place < scores.length; place++) {
      expected.add(place);
    }
    Comparator<Integer> byScore = Comparator.comparingDouble(place -> scores[place]);
    expected.sort(
        (ascending ? byScore : byScore.reversed()).thenComparing(Comparator.naturalOrder()));
    for (int rank = 0; rank < expected.size(); rank++) {
      int place = expected.get(rank);
      assertThat(order.place(rank)).isEqualTo(place);
      assertThat(order.rankAfter(scores[place], shelf.key(place))).isEqualTo(rank + 1);
      // A key that nobody has, just before this one.
      String between = String.format(Locale.ROOT, "%024x", 2 * place);
      assertThat(order.rankAfter(scores[place], between)).isEqualTo(rank);
    }
    assertThat(order.rankAfter(Double.NaN, "")).isEqualTo(scores.length);
  }
}
