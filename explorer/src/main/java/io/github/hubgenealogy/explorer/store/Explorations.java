package io.github.hubgenealogy.explorer.store;

import io.github.hubgenealogy.lake.store.Lake;
import io.github.hubgenealogy.lake.store.Snapshot;
import java.io.IOException;

/** Opens published snapshots for reading. */
public final class Explorations {
  private Explorations() {}

  /**
   * Opens a snapshot; the first time it makes the snapshot's index, see {@link IndexFiles}.
   *
   * @param snapshotId null for the newest published
   * @throws io.github.hubgenealogy.lake.command.Fault where there is no such snapshot, or it is not
   *     published
   */
  public static StoredGenealogy open(Lake lake, String snapshotId) throws IOException {
    return open(lake.forReading(snapshotId));
  }

  /** Opens a published snapshot. */
  public static StoredGenealogy open(Snapshot snapshot) throws IOException {
    IndexDatabase index = IndexDatabase.open(IndexFiles.of(snapshot), IndexDatabase.Limits.usual());
    try {
      GraphReader.Sizes sizes = new GraphReader(index).sizes();
      return new StoredGenealogy(Facts.of(snapshot, index, sizes), index, sizes);
    } catch (IOException | RuntimeException failed) {
      index.close();
      throw failed;
    }
  }
}
