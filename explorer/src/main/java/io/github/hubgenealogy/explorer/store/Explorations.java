package io.github.hubgenealogy.explorer.store;

import io.github.hubgenealogy.explorer.genealogy.Genealogy;
import io.github.hubgenealogy.lake.store.Lake;
import java.io.IOException;

/** Opens published snapshots for reading. */
public final class Explorations {
  private Explorations() {}

  /**
   * Opens a snapshot.
   *
   * @param snapshotId null for the newest published
   * @throws io.github.hubgenealogy.lake.command.Fault where there is no such snapshot, or it is not
   *     published
   */
  public static Genealogy open(Lake lake, String snapshotId) throws IOException {
    lake.forReading(snapshotId);
    throw new IOException("being built");
  }
}
