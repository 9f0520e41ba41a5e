package io.github.hubgenealogy.jobs.verify;

import static io.github.hubgenealogy.jobs.tables.Columns.*;
import static org.apache.spark.sql.functions.array_contains;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.when;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.hubgenealogy.jobs.Jobs;
import io.github.hubgenealogy.jobs.SparkExtension;
import io.github.hubgenealogy.jobs.tables.KeyRanges;
import io.github.hubgenealogy.jobs.tables.SnapshotTables;
import io.github.hubgenealogy.lake.contract.TableContracts;
import io.github.hubgenealogy.lake.store.Lake;
import io.github.hubgenealogy.lake.store.Snapshot;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

@ExtendWith(SparkExtension.class)
final class VerificationTest {
  @TempDir Path lake;
  private Path folder;

  @BeforeEach
  void copy_of_the_sample() throws IOException {
    Path sample = Path.of(System.getProperty("hubgen.home"), "data", "sample", "sample");
    folder = lake.resolve("sample");
    try (Stream<Path> all = Files.walk(sample)) {
      for (Path each : all.toList()) {
        Path target = folder.resolve(sample.relativize(each).toString());
        if (Files.isDirectory(each)) {
          Files.createDirectories(target);
        } else {
          Files.copy(each, target);
        }
      }
    }
  }

  private Findings files() throws IOException {
    return Verification.files(snapshot());
  }

  private Snapshot snapshot() {
    return Lake.at(lake.toString()).snapshot("sample");
  }

  @Test
  void nothing_is_found_in_a_snapshot_as_it_was_written(SparkSession spark) throws IOException {
    Findings findings = files();
    Verification.rules(snapshot(), spark, findings);
    assertThat(findings.found()).isEmpty();
    assertThat(findings.held())
        .anyMatch(what -> what.contains("sha256"))
        .anyMatch(what -> what.contains("union: a child is deeper than its parent"))
        .anyMatch(what -> what.contains("as a walk over the edges has them"));
  }

  @Test
  void a_flipped_bit_is_noticed_in_every_file() throws IOException {
    List<Path> files;
    try (Stream<Path> all = Files.walk(folder)) {
      files =
          all.filter(Files::isRegularFile)
              .filter(each -> !each.startsWith(folder.resolve("raw/journal")))
              .sorted()
              .toList();
    }
    assertThat(files).hasSizeGreaterThan(60);
    for (Path each : files) {
      byte[] bytes = Files.readAllBytes(each);
      byte[] flipped = bytes.clone();
      flipped[bytes.length / 2] ^= 1;
      Files.write(each, flipped);
      String name = folder.relativize(each).toString();
      if (name.equals(Snapshot.MANIFEST)) {
        assertThat(verify()).as(name).isNotEqualTo(0);
      } else {
        assertThat(files().found()).as(name).extracting(Finding::where).containsExactly(name);
      }
      Files.write(each, bytes);
    }
    assertThat(files().found()).isEmpty();
  }

  @Test
  void each_bit_of_the_manifest_counts() throws IOException {
    Path manifest = folder.resolve(Snapshot.MANIFEST);
    byte[] bytes = Files.readAllBytes(manifest);
    for (int at = 3; at < bytes.length; at += bytes.length / 23) {
      byte[] flipped = bytes.clone();
      flipped[at] ^= 1;
      Files.write(manifest, flipped);
      assertThat(verify()).as("byte " + at).isEqualTo(3);
    }
  }

  @Test
  void missing_and_additional_files_are_named() throws IOException {
    Files.delete(folder.resolve("tables/edges/part-00000.parquet"));
    Files.delete(folder.resolve("tables/models/_table.json"));
    Files.writeString(folder.resolve("stats/statistics/extra.parquet"), "no Parquet");
    assertThat(files().found())
        .extracting(Finding::where)
        .containsExactlyInAnyOrder(
            "tables/edges/part-00000.parquet",
            "tables/models/_table.json",
            "stats/statistics/extra.parquet");
  }

  @Test
  void a_manifest_from_a_later_version_is_refused_in_one_line() throws IOException {
    Path manifest = folder.resolve(Snapshot.MANIFEST);
    Files.writeString(
        manifest,
        Files.readString(manifest).replace("\"manifestVersion\" : 1", "\"manifestVersion\" : 99"));
    StringWriter err = new StringWriter();
    assertThat(run(err)).isEqualTo(3);
    assertThat(err.toString().lines()).hasSize(1).first().asString().contains("version 99");
  }

  @Test
  void tables_that_contradict_each_other_are_found(SparkSession spark) throws IOException {
    Files.delete(folder.resolve(Snapshot.MANIFEST));
    SnapshotTables tables = new SnapshotTables(spark, snapshot());
    Dataset<Row> lineage = tables.read(TableContracts.LINEAGE).localCheckpoint();
    Row edge =
        tables.read(TableContracts.EDGES).where(array_contains(col(POLICIES), "union")).first();
    String child = edge.getAs(CHILD_ID);

    assertThat(broken(tables)).isEmpty();
    Column isChild = col(MODEL_ID).equalTo(child).and(col(POLICY).equalTo("union"));
    rewrite(tables, lineage.withColumn(DEPTH_MAX, when(isChild, lit(0)).otherwise(col(DEPTH_MAX))));
    assertThat(broken(tables)).hasSize(1).first().asString().contains("deeper than its parent");
    rewrite(
        tables, lineage.withColumn(N_PARENTS, when(isChild, lit(99)).otherwise(col(N_PARENTS))));
    assertThat(broken(tables)).hasSize(1).first().asString().contains("n_parents is the number");
    rewrite(tables, lineage.where(isChild.equalTo(false)));
    assertThat(broken(tables))
        .anyMatch(what -> what.contains("both ends of an edge have lineage"))
        .anyMatch(what -> what.contains("a component's size"));
  }

  private static List<String> broken(SnapshotTables tables) throws IOException {
    Findings findings = new Findings();
    new Invariants(tables, findings).run("simulated");
    return findings.found().stream().map(Finding::what).toList();
  }

  private static void rewrite(SnapshotTables tables, Dataset<Row> lineage) throws IOException {
    tables.write(TableContracts.LINEAGE, lineage, KeyRanges.single(), "tampered", Map.of());
  }

  private int verify() {
    return run(new StringWriter());
  }

  private int run(StringWriter err) {
    return Jobs.runMain(
        new PrintWriter(new StringWriter()),
        new PrintWriter(err, true),
        "verify",
        "sample",
        "--lake",
        lake.toString());
  }
}
