package io.github.hubgenealogy.jobs.publish;

import io.github.hubgenealogy.lake.store.SnapshotManifest;
import io.github.hubgenealogy.lake.store.TableSeal;
import java.util.Map;
import java.util.TreeMap;

/** How one tells a release for publication from a snapshot, and what it says of itself. */
public final class ReleaseMark {
  /** The folder that releases alone have: contracts in their released form, and facts. */
  public static final String FOLDER = "release";

  /** What a release says of itself wherever it can. */
  public static final String SENTENCE = "Pseudonymised personal data, not anonymous data.";

  /** Facts of the folder's seal. */
  public static final String LEAST_OWNERS = "least_owners";

  public static final String ORGANISATIONS = "organisations";
  public static final String TOMBSTONES = "tombstones";

  /** Listed models, and those of them that no other is like in all released columns. */
  public static final String LISTED = "models_listed";

  public static final String ALONE = "models_singled_out";
  public static final String BEGAN = "startedAt";
  public static final String ENDED = "endedAt";

  private ReleaseMark() {}

  /** Whether a manifest is a release's. */
  public static boolean isRelease(SnapshotManifest manifest) {
    return manifest.artefacts().stream().anyMatch(each -> each.path().equals(FOLDER));
  }

  /** What a release's manifest says of the crawl: its days. */
  static Map<String, Map<String, Object>> crawl(String folder, TableSeal seal) {
    Map<String, Object> days = new TreeMap<>(seal.facts());
    days.keySet().retainAll(java.util.Set.of(BEGAN, ENDED));
    return folder.equals(FOLDER) && !days.isEmpty() ? Map.of(FOLDER, days) : Map.of();
  }

  static Map<String, Object> facts(SnapshotManifest manifest) {
    return manifest.artefacts().stream()
        .filter(each -> each.path().equals(FOLDER))
        .map(SnapshotManifest.Artefacts::facts)
        .findFirst()
        .orElse(Map.of());
  }
}
