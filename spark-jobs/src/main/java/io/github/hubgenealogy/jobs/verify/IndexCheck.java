package io.github.hubgenealogy.jobs.verify;

import io.github.hubgenealogy.lake.index.IndexContent;
import io.github.hubgenealogy.lake.index.SnapshotIndex;
import io.github.hubgenealogy.lake.store.Snapshot;
import io.github.hubgenealogy.lake.store.SnapshotManifest;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.DriverManager;

/**
 * The explorer's index holds what its folder says it holds. Where DuckDB is not there nothing is
 * said of it but that its bytes are those that were written.
 */
final class IndexCheck {
  private final Snapshot snapshot;
  private final Findings findings;

  IndexCheck(Snapshot snapshot, Findings findings) {
    this.snapshot = snapshot;
    this.findings = findings;
  }

  void run(SnapshotManifest manifest) throws IOException {
    String path = SnapshotIndex.FOLDER + "/" + SnapshotIndex.FILE;
    if (!snapshot.files().exists(snapshot.path(path))
        || !snapshot.files().url(snapshot.path(path)).startsWith("file:")
        || DriverManager.drivers()
            .noneMatch(driver -> driver.getClass().getName().contains("duck"))) {
      return;
    }
    for (SnapshotManifest.Artefacts folder : manifest.artefacts()) {
      if (folder.path().equals(SnapshotIndex.FOLDER)) {
        String content = IndexContent.of(Path.of(snapshot.files().uri(snapshot.path(path))));
        if (content.equals(folder.facts().get(SnapshotManifest.CONTENT))) {
          findings.held("the explorer's index holds what the manifest says");
        } else {
          findings.found(path, "its content is not the manifest's");
        }
      }
    }
  }
}
