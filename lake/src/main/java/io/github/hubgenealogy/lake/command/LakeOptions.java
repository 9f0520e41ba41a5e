package io.github.hubgenealogy.lake.command;

import io.github.hubgenealogy.lake.store.Lake;
import picocli.CommandLine.Option;

/** The two options of every command that touches a lake. */
public final class LakeOptions {
  @Option(
      names = "--lake",
      paramLabel = "DIR|URI",
      description = "where the snapshots lie (default: ${DEFAULT-VALUE})",
      defaultValue = "data/lake")
  private String location;

  @Option(
      names = "--snapshot",
      paramLabel = "ID",
      description =
          "which snapshot; by default writers take the newest unpublished one, else today's, and readers the newest published one")
  private String snapshot;

  /** The lake, for reading. */
  public Lake lake() {
    return Lake.at(location);
  }

  /** The lake, made if need be. */
  public Lake writableLake() {
    return Lake.writableAt(location);
  }

  public String location() {
    return location;
  }

  /** The id given, or null. */
  public String snapshotId() {
    return snapshot;
  }
}
