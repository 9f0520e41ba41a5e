package io.github.hubgenealogy.explorer.store;

import io.github.hubgenealogy.explorer.genealogy.SnapshotFacts;
import io.github.hubgenealogy.lake.store.Snapshot;
import io.github.hubgenealogy.lake.store.SnapshotManifest;
import java.io.IOException;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Comparator;
import java.util.Objects;

/** What stands beside every answer, from the manifest. */
final class Facts {
  private static final String STARTED = "startedAt";
  private static final String ENDED = "endedAt";

  private Facts() {}

  static SnapshotFacts of(Snapshot snapshot, IndexDatabase index, GraphReader.Sizes sizes)
      throws IOException {
    SnapshotManifest manifest = SnapshotManifest.read(snapshot);
    return new SnapshotFacts(
        snapshot.id(),
        manifest.origin(),
        SnapshotManifest.checksumOf(snapshot),
        Sheets.first(index.rows("definitions", row -> row.getString(1))),
        manifest.commit(),
        time(manifest, STARTED, Comparator.reverseOrder()),
        time(manifest, ENDED, Comparator.naturalOrder()),
        sizes.vertices(),
        sizes.edges(),
        manifest.rejects(),
        manifest.predecessor());
  }

  private static Instant time(SnapshotManifest manifest, String fact, Comparator<Instant> latest) {
    return manifest.crawl().values().stream()
        .map(facts -> instant(facts.get(fact)))
        .filter(Objects::nonNull)
        .max(latest)
        .orElse(null);
  }

  private static Instant instant(Object text) {
    try {
      return text == null ? null : Instant.parse(text.toString());
    } catch (DateTimeException other) {
      return null;
    }
  }
}
