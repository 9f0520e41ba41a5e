package io.github.hubgenealogy.jobs.statistics;

import io.github.hubgenealogy.jobs.statistics.graph.HubGraph;
import io.github.hubgenealogy.jobs.statistics.graph.LicenseGroup;
import io.github.hubgenealogy.jobs.statistics.graph.Trait;
import io.github.hubgenealogy.jobs.statistics.graph.Words;
import java.util.Arrays;
import java.util.stream.Stream;

/**
 * The sets that models declare of one trait, by number, and how far two sets are from each other.
 */
final class TraitSets {
  private final HubGraph all;
  private final int column;

  /** From the column's number to the set's. */
  private final int[] set;

  private final int[][] members;

  TraitSets(HubGraph all, Trait trait) {
    this.all = all;
    this.column =
        switch (trait) {
          case LICENSE, LICENSE_GROUP -> HubGraph.LICENSES;
          case LANGUAGE -> HubGraph.LANGUAGES;
          case TASK -> HubGraph.TASK;
          case LIBRARY -> HubGraph.LIBRARY;
        };
    Words words = all.words(column);
    set = new int[words.size()];
    Words sets = new Words();
    Words single = new Words();
    int[][] found = new int[words.size()][];
    for (int i = 0; i < set.length; i++) {
      String[] own = words.members(i);
      if (trait == Trait.LICENSE_GROUP) {
        own =
            Stream.of(own)
                .map(license -> LicenseGroup.of(license).word())
                .distinct()
                .sorted()
                .toArray(String[]::new);
      }
      set[i] = sets.number(String.join("\n", own));
      found[set[i]] = Stream.of(own).mapToInt(single::number).sorted().toArray();
    }
    members = Arrays.copyOf(found, sets.size());
  }

  /** The number of the set that a model declares, or −1. */
  int number(int model) {
    int word = all.number(column, model);
    return word < 0 ? -1 : set[word];
  }

  /** 1 − |A ∩ B| / |A ∪ B|. */
  double distance(int one, int other) {
    if (one == other) {
      return 0;
    }
    int[] a = members[one];
    int[] b = members[other];
    int common = 0;
    int i = 0;
    int j = 0;
    while (i < a.length && j < b.length) {
      if (a[i] == b[j]) {
        common++;
        i++;
        j++;
      } else if (a[i] < b[j]) {
        i++;
      } else {
        j++;
      }
    }
    int union = a.length + b.length - common;
    return (double) (union - common) / union;
  }
}
