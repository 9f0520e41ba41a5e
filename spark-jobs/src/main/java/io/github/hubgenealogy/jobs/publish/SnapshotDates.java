package io.github.hubgenealogy.jobs.publish;

import io.github.hubgenealogy.lake.store.SnapshotManifest;
import java.util.Map;
import java.util.Objects;
import java.util.function.BinaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * When a snapshot's data was collected and which version that makes, from the manifest alone: no
 * clock, so that the same data gives the same description.
 *
 * @param began the first day of the crawl, or null where that is unknown
 * @param ended its last day, or null
 * @param version three numbers: the date of a dated snapshot, with the revision behind a hyphen;
 *     0.0.0 and the id of any other
 */
public record SnapshotDates(String began, String ended, String version) {
  private static final Pattern DATED =
      Pattern.compile("(\\d{4})-0?(\\d{1,2})-0?(\\d{1,2})(?:\\.(r\\d+))?");
  private static final int DAY = "2026-11-24".length();

  /** Reads them from a manifest. */
  public static SnapshotDates of(SnapshotManifest manifest) {
    return new SnapshotDates(
        day(manifest, "startedAt", BinaryOperator.minBy(String::compareTo)),
        day(manifest, "endedAt", BinaryOperator.maxBy(String::compareTo)),
        version(manifest.snapshot()));
  }

  private static String day(SnapshotManifest manifest, String fact, BinaryOperator<String> choice) {
    return manifest.crawl().values().stream()
        .map((Map<String, Object> facts) -> facts.get(fact))
        .filter(Objects::nonNull)
        .map(Object::toString)
        .filter(time -> time.length() >= DAY)
        .map(time -> time.substring(0, DAY))
        .reduce(choice)
        .orElse(null);
  }

  private static String version(String snapshot) {
    Matcher dated = DATED.matcher(snapshot);
    if (!dated.matches()) {
      return "0.0.0";
    }
    String version = dated.group(1) + "." + dated.group(2) + "." + dated.group(3);
    return dated.group(4) == null ? version : version + "-" + dated.group(4);
  }
}
