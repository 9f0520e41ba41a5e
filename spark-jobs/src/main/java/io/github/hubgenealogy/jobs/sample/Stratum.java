package io.github.hubgenealogy.jobs.sample;

import java.util.Comparator;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * The edges of one relation that was decided in one way.
 *
 * @param basis as column relation_basis
 */
record Stratum(String relation, String basis) implements Comparable<Stratum> {
  @Override
  public int compareTo(Stratum other) {
    return Comparator.comparing(Stratum::relation)
        .thenComparing(Stratum::basis)
        .compare(this, other);
  }

  /**
   * How many edges to draw of each stratum: half of them spread evenly, so that a rare one is seen
   * at all, the rest by size, the odd ones to the largest remainders.
   *
   * @param sizes the edges there are
   * @param wanted the edges to draw; as many as there are, if there are fewer
   */
  static SortedMap<Stratum, Integer> allocate(SortedMap<Stratum, Long> sizes, int wanted) {
    SortedMap<Stratum, Integer> drawn = new TreeMap<>();
    long all = sizes.values().stream().mapToLong(Long::longValue).sum();
    int target = (int) Math.min(wanted, all);
    int even = sizes.isEmpty() ? 0 : target / 2 / sizes.size();
    sizes.forEach((stratum, size) -> drawn.put(stratum, (int) Math.min(size, even)));
    int left = target - drawn.values().stream().mapToInt(Integer::intValue).sum();
    while (left > 0) {
      long room =
          sizes.entrySet().stream().mapToLong(e -> e.getValue() - drawn.get(e.getKey())).sum();
      int toShare = left;
      for (Stratum stratum : sizes.keySet()) {
        long free = sizes.get(stratum) - drawn.get(stratum);
        int more = (int) (toShare * free / room);
        drawn.merge(stratum, more, Integer::sum);
        left -= more;
      }
      List<Stratum> byRemainder =
          sizes.keySet().stream()
              .filter(stratum -> sizes.get(stratum) > drawn.get(stratum))
              .sorted(
                  Comparator.comparingLong(
                          (Stratum stratum) -> -(toShare * sizes.get(stratum) % all))
                      .thenComparing(Comparator.naturalOrder()))
              .toList();
      for (Stratum stratum : byRemainder) {
        if (left > 0) {
          drawn.merge(stratum, 1, Integer::sum);
          left--;
        }
      }
    }
    return drawn;
  }
}
