package io.github.hubgenealogy.jobs.backfill;

import io.github.hubgenealogy.jobs.tables.SnapshotTables;
import io.github.hubgenealogy.lake.command.Printable;
import io.github.hubgenealogy.lake.store.Lake;
import io.github.hubgenealogy.lake.store.Snapshot;
import io.github.hubgenealogy.lake.store.SnapshotManifest;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.apache.spark.sql.SparkSession;

/** How the ecosystem grew across the published snapshots of one origin, a line each. */
public final class Growth {
  /** Where the lines are kept in a lake: tab-separated, a header first. */
  public static final String FILE = "growth.tsv";

  private Growth() {}

  /**
   * Measures all snapshots of an origin, oldest first; of one that was revised, the last revision.
   */
  public static List<GrowthLine> across(SparkSession spark, Lake lake, String origin)
      throws IOException {
    List<GrowthLine> lines = new ArrayList<>();
    SnapshotTables before = null;
    for (Snapshot snapshot : lake.published()) {
      if (SnapshotManifest.read(snapshot).origin().equals(origin)) {
        SnapshotTables tables = new SnapshotTables(spark, snapshot);
        lines.add(GrowthLine.of(tables, before));
        before = tables;
      }
    }
    return lines;
  }

  /** Writes them beside the snapshots, replacing what an earlier run wrote. */
  public static void write(Lake lake, List<GrowthLine> lines) throws IOException {
    StringBuilder text = new StringBuilder(String.join("\t", GrowthLine.header())).append('\n');
    for (GrowthLine line : lines) {
      text.append(String.join("\t", line.cells().stream().map(Printable::line).toList()))
          .append('\n');
    }
    try (OutputStream file = lake.files().write(FILE)) {
      file.write(text.toString().getBytes(StandardCharsets.UTF_8));
    }
  }
}
