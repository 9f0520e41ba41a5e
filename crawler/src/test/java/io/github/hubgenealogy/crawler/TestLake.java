package io.github.hubgenealogy.crawler;

import io.github.hubgenealogy.lake.contract.TableContract;
import io.github.hubgenealogy.lake.rows.TableRows;
import io.github.hubgenealogy.lake.store.Lake;
import io.github.hubgenealogy.lake.store.Snapshot;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** A lake of a test: crawls into it run as the command does, and its tables can be read. */
final class TestLake {
  private final Path folder;
  private String out = "";
  private String err = "";

  TestLake(Path folder) {
    this.folder = folder;
  }

  /** Crawls; the options of the command but for place and endpoint. */
  int crawl(StubHub hub, String snapshot, String... options) {
    List<String> all = new ArrayList<>(Arrays.asList(options));
    all.addAll(List.of("--lake", folder.toString(), "--snapshot", snapshot));
    if (hub != null) {
      all.addAll(List.of("--endpoint", hub.address()));
    }
    StringWriter said = new StringWriter();
    StringWriter warned = new StringWriter();
    int code =
        Crawl.runMain(new PrintWriter(said), new PrintWriter(warned), all.toArray(String[]::new));
    out = said.toString();
    err = warned.toString();
    return code;
  }

  /** What the last crawl said on standard output. */
  String out() {
    return out;
  }

  /** What the last crawl said on standard error. */
  String err() {
    return err;
  }

  Path folder() {
    return folder;
  }

  Snapshot snapshot(String id) {
    return Lake.at(folder.toString()).snapshot(id);
  }

  /** Publishes a snapshot without building it: a snapshot is published when its manifest exists. */
  void publish(String id) throws IOException {
    Snapshot snapshot = snapshot(id);
    snapshot
        .files()
        .createIfAbsent(snapshot.path(Snapshot.MANIFEST), "{}".getBytes(StandardCharsets.UTF_8));
  }

  /** Some columns of a table, as texts; bytes as the text that they are. */
  List<String> rows(String id, TableContract table, String... columns) throws IOException {
    List<String> rows = new ArrayList<>();
    try (TableRows reader = new TableRows(snapshot(id), table, List.of(columns))) {
      for (Object[] row = reader.next(); row != null; row = reader.next()) {
        List<String> values = new ArrayList<>();
        for (Object value : row) {
          values.add(
              value instanceof byte[] bytes
                  ? new String(bytes, StandardCharsets.UTF_8)
                  : value instanceof Object[] struct
                      ? Arrays.toString(struct)
                      : String.valueOf(value));
        }
        rows.add(String.join(" ", values));
      }
    }
    return rows;
  }

  /** One fact of a table's seal. */
  Object fact(String id, TableContract table, String name) throws IOException {
    return snapshot(id).requireSeal(table).facts().get(name);
  }
}
