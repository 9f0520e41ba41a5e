package io.github.hubgenealogy.cluster;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.hubgenealogy.crawler.Crawl;
import io.github.hubgenealogy.lake.contract.TableContract;
import io.github.hubgenealogy.lake.contract.TableContracts;
import io.github.hubgenealogy.lake.rows.TableRows;
import io.github.hubgenealogy.lake.store.Lake;
import io.github.hubgenealogy.lake.store.Snapshot;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The crawler writes the same tables into whatever store the lake lies in. */
final class CrawlOntoStoresTest {
  private static final String ID = "2026-01-01";

  @TempDir Path folder;

  private static Snapshot crawl(RunningHub hub, String lake) {
    StringWriter err = new StringWriter();
    int code =
        Crawl.runMain(
            new PrintWriter(new StringWriter()),
            new PrintWriter(err),
            "all",
            "--lake",
            lake,
            "--snapshot",
            ID,
            "--endpoint",
            hub.address());
    assertThat(code).as(err.toString()).isZero();
    return Lake.at(lake).snapshot(ID);
  }

  /** Everything but when it was asked for. */
  private static List<List<Object>> rows(Snapshot snapshot, TableContract table) throws Exception {
    List<String> columns =
        table.columns().stream()
            .map(column -> column.name())
            .filter(name -> !name.endsWith("At") || name.equals("createdAt"))
            .toList();
    List<List<Object>> all = new ArrayList<>();
    try (TableRows rows = new TableRows(snapshot, table, columns)) {
      for (Object[] row = rows.next(); row != null; row = rows.next()) {
        all.add(List.of(Contents.text(row)));
      }
    }
    return all;
  }

  private void assertSame(RunningHub hub, String lake) throws Exception {
    Snapshot local = crawl(hub, folder.resolve("local").toString());
    Snapshot there = crawl(hub, lake);
    for (TableContract table :
        List.of(
            TableContracts.RAW_MODELS,
            TableContracts.RAW_DATASETS,
            TableContracts.RAW_CARDS,
            TableContracts.RAW_REDIRECTS)) {
      assertThat(rows(there, table)).as(table.name()).isEqualTo(rows(local, table)).isNotEmpty();
    }
    assertThat(there.files().list(there.path("raw/journal"))).isEmpty();
  }

  @Test
  void a_crawl_onto_hdfs_has_the_rows_of_a_crawl_into_a_folder() throws Exception {
    try (RunningHub hub = hub();
        RunningHdfs hdfs = RunningHdfs.start(folder.resolve("hdfs"))) {
      assertSame(hub, hdfs.address() + "/lake");
    }
  }

  @Test
  void a_crawl_onto_s3_over_a_bad_network_has_the_rows_of_a_crawl_into_a_folder() throws Exception {
    String bucket = "crawled-lake";
    try (RunningHub hub = hub();
        RunningS3 s3 = RunningS3.start(folder.resolve("s3"), bucket);
        FlakyNetwork network = new FlakyNetwork(s3.port())) {
      network.fates(FlakyNetwork.oftenSpoilt());
      RunningS3.reach(bucket, network.port());
      assertSame(hub, "s3a://" + bucket + "/lake");
      assertThat(network.counts()).containsKeys(FlakyNetwork.Fate.values());
    }
  }

  private static RunningHub hub() throws Exception {
    return RunningHub.start("--models", "300", "--seed", "5", "--plan", "unlimited");
  }
}
