package io.github.hubgenealogy.jobs.verify;

import io.github.hubgenealogy.jobs.tables.SnapshotTables;
import io.github.hubgenealogy.lake.store.Snapshot;
import io.github.hubgenealogy.lake.store.SnapshotManifest;
import java.io.IOException;
import org.apache.spark.sql.SparkSession;

/**
 * Verifies a published snapshot: bytes first, then order, then what the tables say of each other.
 * Where bytes are wrong the rest is not tried, since it would only repeat the news.
 */
public final class Verification {
  private Verification() {}

  /** Bytes and the order of rows; needs no Spark. */
  public static Findings files(Snapshot snapshot) throws IOException {
    SnapshotManifest manifest = SnapshotManifest.read(snapshot);
    Findings findings = new Findings();
    new FileCheck(snapshot, manifest, findings).run();
    if (findings.found().isEmpty()) {
      new OrderCheck(snapshot, findings).run(manifest);
      new IndexCheck(snapshot, findings).run(manifest);
    }
    return findings;
  }

  /** What the tables of a snapshot whose files are as they should be say of each other. */
  public static void rules(Snapshot snapshot, SparkSession spark, Findings findings)
      throws IOException {
    SnapshotTables tables = new SnapshotTables(spark, snapshot);
    new Invariants(tables, findings).run(SnapshotManifest.read(snapshot).origin());
    new SampledClosure(tables, findings).run();
  }
}
