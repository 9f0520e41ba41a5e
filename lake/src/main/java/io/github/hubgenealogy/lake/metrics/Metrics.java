package io.github.hubgenealogy.lake.metrics;

import io.github.hubgenealogy.lake.contract.TableContract;
import io.github.hubgenealogy.lake.contract.TableContracts;
import io.github.hubgenealogy.lake.store.DataFile;
import io.github.hubgenealogy.lake.store.Snapshot;
import io.github.hubgenealogy.lake.store.TableSeal;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** The figures of one run, gathered and then written as two files. */
public final class Metrics {
  private final String snapshot;
  private final List<Sample> samples = new ArrayList<>();

  private record Sample(Metric metric, Map<String, String> labels, Number value) {}

  /** Of a run on this snapshot. */
  public Metrics(String snapshot) {
    this.snapshot = snapshot;
  }

  /** Adds a figure without labels of its own. */
  public void add(Metric metric, Number value) {
    samples.add(new Sample(metric, Map.of(), value));
  }

  /** Adds a figure. */
  public void add(Metric metric, String label, String named, Number value) {
    samples.add(new Sample(metric, Map.of(label, named), value));
  }

  /** Adds what the seals of the raw tables say of their crawl. */
  public void addCrawl(Snapshot of) throws IOException {
    for (TableContract table : TableContracts.ofSnapshots()) {
      Optional<TableSeal> seal = of.seal(table);
      if (table.path().startsWith("raw/") && seal.isPresent()) {
        addCrawl(table.name(), seal.get());
      }
    }
  }

  private void addCrawl(String table, TableSeal seal) {
    add(Metric.CRAWL_ROWS, "table", table, seal.rows());
    map(seal.facts(), "requests")
        .forEach(
            (outcome, count) -> {
              if (count instanceof Number number) {
                Map<String, String> labels = new TreeMap<>(Map.of("table", table));
                labels.put("outcome", outcome);
                samples.add(new Sample(Metric.CRAWL_REQUESTS, labels, number));
              }
            });
    Map<String, Object> pace = map(seal.facts(), "pace");
    number(Metric.CRAWL_SECONDS, table, pace.get("elapsed_seconds"));
    number(Metric.CRAWL_LEAST_SECONDS, table, pace.get("least_seconds"));
    number(Metric.CRAWL_CARRIED_ROWS, table, seal.facts().get("carried"));
  }

  private void number(Metric metric, String table, Object value) {
    if (value instanceof Number number) {
      add(metric, "table", table, number);
    }
  }

  @SuppressWarnings("unchecked") // as JSON is read
  private static Map<String, Object> map(Map<String, Object> facts, String name) {
    return facts.get(name) instanceof Map<?, ?> map ? (Map<String, Object>) map : Map.of();
  }

  /** Adds the sizes of the tables that a build wrote. */
  public void addBuild(Snapshot of) throws IOException {
    for (TableContract table : TableContracts.ofSnapshots()) {
      Optional<TableSeal> seal = of.seal(table);
      if (!table.path().startsWith("raw/") && seal.isPresent()) {
        add(Metric.BUILD_ROWS, "table", table.name(), seal.get().rows());
        add(
            Metric.BUILD_BYTES,
            "table",
            table.name(),
            seal.get().files().stream().mapToLong(DataFile::bytes).sum());
      }
    }
  }

  /**
   * Writes {@code hubgen-<run>.prom} and {@code hubgen-<run>.json} in a folder, each whole or not
   * at all: a collector may read at any moment.
   */
  public void write(Path folder, String run) throws IOException {
    Files.createDirectories(folder);
    put(folder.resolve("hubgen-" + run + ".prom"), text().getBytes(StandardCharsets.UTF_8));
    put(folder.resolve("hubgen-" + run + ".json"), Snapshot.json(objects()));
  }

  private static void put(Path file, byte[] content) throws IOException {
    Path draft = file.resolveSibling(file.getFileName() + ".draft");
    Files.write(draft, content);
    Files.move(draft, file, StandardCopyOption.ATOMIC_MOVE);
  }

  private String text() {
    StringBuilder text = new StringBuilder();
    for (Metric metric : Metric.values()) {
      List<Sample> own = samples.stream().filter(each -> each.metric() == metric).toList();
      if (own.isEmpty()) {
        continue;
      }
      text.append("# HELP ").append(metric.word()).append(' ').append(metric.help()).append('\n');
      text.append("# TYPE ").append(metric.word()).append(" gauge\n");
      for (Sample sample : own) {
        text.append(metric.word()).append('{').append(label("snapshot", snapshot));
        new TreeMap<>(sample.labels())
            .forEach((name, value) -> text.append(',').append(label(name, value)));
        text.append("} ").append(sample.value()).append('\n');
      }
    }
    return text.toString();
  }

  private static String label(String name, String value) {
    return name
        + "=\""
        + value.replace("\\", "\\\\").replace("\"", "\\\"").replace("\n", "\\n")
        + '"';
  }

  private Map<String, Object> objects() {
    List<Map<String, Object>> all = new ArrayList<>();
    for (Sample sample : samples) {
      Map<String, Object> object = new LinkedHashMap<>();
      object.put("name", sample.metric().word());
      object.put("labels", new TreeMap<>(sample.labels()));
      object.put("value", sample.value());
      all.add(object);
    }
    return Map.of("snapshot", snapshot, "samples", all);
  }
}
