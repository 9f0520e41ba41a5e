package io.github.hubgenealogy.system;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.hubgenealogy.jobs.cards.ParseCards;
import io.github.hubgenealogy.jobs.edges.DeriveEdges;
import io.github.hubgenealogy.jobs.lineage.TraceLineage;
import io.github.hubgenealogy.jobs.lineage.check.LineageCheck;
import io.github.hubgenealogy.jobs.pipeline.EngineChoice;
import io.github.hubgenealogy.jobs.pipeline.JobsSettings;
import io.github.hubgenealogy.jobs.pipeline.Pipeline;
import io.github.hubgenealogy.jobs.pipeline.Sessions;
import io.github.hubgenealogy.lake.store.Lake;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The same raw tables, built by other numbers of cores and partitions and by another engine. */
final class AnyCoresTest {
  @TempDir Path folder;

  /** The digest of every file of tables, by its path. */
  private SortedMap<String, String> built(Path raw, int cores, int partitions, EngineChoice engine)
      throws Exception {
    Path lake = folder.resolve("lake-" + cores + "-" + partitions + "-" + engine.word());
    copy(raw, lake.resolve("s/raw"));
    try (SparkSession spark =
        Sessions.open(new JobsSettings.Spark("local[" + cores + "]", partitions, false), null)) {
      new Pipeline(
              List.of(new ParseCards(), new DeriveEdges(), new TraceLineage(), new LineageCheck()))
          .run(
              spark,
              Lake.at(lake.toString()).snapshot("s"),
              null,
              JobsSettings.defaults().withEngine(engine),
              null,
              null,
              false);
    }
    Path tables = lake.resolve("s/tables");
    SortedMap<String, String> digests = new TreeMap<>();
    try (Stream<Path> files = Files.walk(tables)) {
      for (Path file : files.filter(each -> each.toString().endsWith(".parquet")).toList()) {
        digests.put(tables.relativize(file).toString(), digest(file));
      }
    }
    return digests;
  }

  private static void copy(Path from, Path to) throws IOException {
    try (Stream<Path> files = Files.walk(from)) {
      for (Path file : files.toList()) {
        Path target = to.resolve(from.relativize(file).toString());
        if (Files.isDirectory(file)) {
          Files.createDirectories(target);
        } else {
          Files.copy(file, target);
        }
      }
    }
  }

  private static String digest(Path file) throws IOException, NoSuchAlgorithmException {
    return HexFormat.of()
        .formatHex(MessageDigest.getInstance("SHA-256").digest(Files.readAllBytes(file)));
  }

  private Path raw(int models) throws IOException {
    SimulatedRaw.write(folder.resolve("simulated"), "s", models, 17, folder.resolve("truth"));
    return folder.resolve("simulated/s/raw");
  }

  @Test
  void one_core_and_four_write_the_same_bytes() throws Exception {
    Path raw = raw(900);
    SortedMap<String, String> one = built(raw, 1, 3, EngineChoice.MEMORY);

    assertThat(one).hasSizeGreaterThan(8);
    assertThat(built(raw, 4, 16, EngineChoice.MEMORY)).isEqualTo(one);
  }

  /**
   * More models than a range of keys holds, so that several tasks write each table; and another
   * engine.
   */
  @Test
  @Tag("slow")
  void many_ranges_and_files_are_the_same_too() throws Exception {
    Path raw = raw(160_000);
    SortedMap<String, String> one = built(raw, 1, 5, EngineChoice.MEMORY);

    assertThat(built(raw, 2, 16, EngineChoice.MEMORY)).isEqualTo(one);
    assertThat(built(raw, 4, 40, EngineChoice.SPARK)).isEqualTo(one);
  }
}
