package io.github.hubgenealogy.crawler.journal;

import java.time.Duration;
import java.util.Objects;

/**
 * How parts are cut and merged; see {@code conf/crawler.yaml}.
 *
 * @param partAge how old an open part grows: the most work that a kill costs
 * @param partMebibytes how large it grows, before compression
 * @param mergeWidth how many parts are read at once when a table is sealed
 */
public record JournalSettings(Duration partAge, Integer partMebibytes, Integer mergeWidth) {
  public JournalSettings {
    partAge = Objects.requireNonNullElse(partAge, Duration.ofSeconds(30));
    partMebibytes = Objects.requireNonNullElse(partMebibytes, 16);
    mergeWidth = Objects.requireNonNullElse(mergeWidth, 64);
    if (partAge.isNegative() || partAge.isZero()) {
      throw new IllegalArgumentException("part-age must be longer than nothing");
    }
    if (partMebibytes < 1 || partMebibytes > 256) {
      throw new IllegalArgumentException("part-mebibytes is 1 to 256");
    }
    if (mergeWidth < 2 || mergeWidth > 1000) {
      throw new IllegalArgumentException("merge-width is 2 to 1000");
    }
  }
}
