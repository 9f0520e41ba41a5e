package io.github.hubgenealogy.jobs.pipeline;

import io.github.hubgenealogy.jobs.tables.SnapshotTables;
import io.github.hubgenealogy.lake.command.Fault;
import io.github.hubgenealogy.lake.contract.TableContract;
import io.github.hubgenealogy.lake.contract.TableContracts;
import io.github.hubgenealogy.lake.store.Origin;
import io.github.hubgenealogy.lake.store.Snapshot;
import io.github.hubgenealogy.lake.store.TableSeal;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.apache.spark.sql.SparkSession;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The stages in order. It checks that each reads only what an earlier one wrote, runs those that
 * are not up to date, names them in the Spark UI and logs one line at each start and end.
 */
public final class Pipeline {
  private static final Logger LOG = LoggerFactory.getLogger(Pipeline.class);

  private static final long ROWS_PER_SHUFFLE_PARTITION = 25_000;

  private final List<Stage> stages;

  /** A pipeline; refused where a stage reads what none before it wrote, or two write one table. */
  public Pipeline(List<Stage> stages) {
    this.stages = List.copyOf(stages);
    Set<TableContract> known =
        new HashSet<>(
            List.of(
                TableContracts.RAW_MODELS,
                TableContracts.RAW_DATASETS,
                TableContracts.RAW_CARDS,
                TableContracts.RAW_REDIRECTS,
                TableContracts.RAW_OWNERS,
                TableContracts.RAW_CHILDREN));
    for (Stage stage : stages) {
      for (List<TableContract> read : List.of(stage.reads(), stage.readsIfPresent())) {
        if (!known.containsAll(read)) {
          throw new IllegalArgumentException(
              stage.name() + " reads what no stage before it writes");
        }
      }
      for (TableContract written : stage.writes()) {
        if (!known.add(written)) {
          throw new IllegalArgumentException(
              stage.name() + " writes " + written.name() + ", which is there already");
        }
        if (!written.stage().equals(stage.name())) {
          throw new IllegalArgumentException(
              written.name()
                  + " belongs to "
                  + written.stage()
                  + " by its contract, not to "
                  + stage.name());
        }
      }
    }
  }

  public List<String> names() {
    return stages.stream().map(Stage::name).toList();
  }

  /**
   * Runs the stages from one to another, both included.
   *
   * @param force whether they run even where they are up to date
   * @param predecessor the published snapshot before this one, or null
   * @return the seconds each stage took; 0 where it was up to date
   */
  public Map<String, Double> run(
      SparkSession spark,
      Snapshot snapshot,
      Snapshot predecessor,
      JobsSettings settings,
      String from,
      String to,
      boolean force)
      throws IOException {
    SnapshotTables tables = new SnapshotTables(spark, snapshot);
    fitShuffles(spark, tables, settings);
    Origin origin = origin(snapshot);
    StageRun.Ranges ranges = new StageRun.Ranges();
    SnapshotTables before = predecessor == null ? null : new SnapshotTables(spark, predecessor);
    Map<String, Double> seconds = new LinkedHashMap<>();
    for (Stage stage : selected(from, to)) {
      String fingerprint = fingerprint(stage, snapshot, predecessor, settings);
      if (!force && isUpToDate(stage, snapshot, fingerprint)) {
        LOG.info("{}: up to date", stage.name());
        seconds.put(stage.name(), 0.0);
        continue;
      }
      LOG.info("{}: start", stage.name());
      long start = System.nanoTime();
      spark.sparkContext().setJobGroup(stage.name(), stage.name() + " of " + snapshot.id(), false);
      StageRun run =
          new StageRun(
              stage,
              tables,
              settings,
              ranges,
              fingerprint,
              origin,
              stage.readsPredecessor() ? before : null);
      try {
        stage.run(run);
      } finally {
        spark.sparkContext().clearJobGroup();
      }
      double took = (System.nanoTime() - start) / 1e9;
      seconds.put(stage.name(), took);
      LOG.info(
          "{}: done in {} s: {}",
          stage.name(),
          Math.round(took * 10) / 10.0,
          written(stage, snapshot));
    }
    return seconds;
  }

  /**
   * Shuffles of a small snapshot have few partitions: a task costs as much as some thousand rows.
   */
  private static void fitShuffles(SparkSession spark, SnapshotTables tables, JobsSettings settings)
      throws IOException {
    long models =
        Math.max(tables.rows(TableContracts.RAW_MODELS), tables.rows(TableContracts.MODELS));
    long wanted = models / ROWS_PER_SHUFFLE_PARTITION + 1;
    int partitions = (int) Math.min(settings.spark().shufflePartitions(), wanted);
    spark.conf().set("spark.sql.shuffle.partitions", partitions);
  }

  private List<Stage> selected(String from, String to) {
    int first = from == null ? 0 : indexOf(from);
    int last = to == null ? stages.size() - 1 : indexOf(to);
    if (first > last) {
      throw Fault.badInput(
          "stage " + from + " comes after " + to,
          "--from and --to",
          "The order is: " + String.join(", ", names()) + ".");
    }
    return stages.subList(first, last + 1);
  }

  private int indexOf(String name) {
    int index = names().indexOf(name);
    if (index < 0) {
      throw Fault.badInput(
          "no stage '" + name + "'",
          "--from or --to",
          "There are: " + String.join(", ", names()) + ".");
    }
    return index;
  }

  /** Where the raw data came from; a snapshot without its list of models cannot be built. */
  public static Origin origin(Snapshot snapshot) throws IOException {
    Optional<TableSeal> listed = snapshot.seal(TableContracts.RAW_MODELS);
    TableSeal models =
        (listed.isPresent() ? listed : snapshot.seal(TableContracts.MODELS))
            .orElseThrow(
                () ->
                    Fault.badInput(
                        "snapshot '" + snapshot.id() + "' has no list of models",
                        snapshot.files().uri(snapshot.folder(TableContracts.RAW_MODELS)),
                        "Run: hubgen crawl models, or hubgen import hub-stats FILE."));
    return models.origin() == null ? Origin.IMPORT : Origin.of(models.origin());
  }

  private static boolean isUpToDate(Stage stage, Snapshot snapshot, String fingerprint)
      throws IOException {
    List<Optional<TableSeal>> seals = new ArrayList<>();
    for (TableContract table : stage.writes()) {
      seals.add(snapshot.seal(table));
    }
    if (stage.folder() != null) {
      seals.add(snapshot.seal(stage.folder()));
    }
    return !seals.isEmpty()
        && seals.stream()
            .allMatch(seal -> seal.isPresent() && seal.get().fingerprint().equals(fingerprint));
  }

  private static String written(Stage stage, Snapshot snapshot) throws IOException {
    StringBuilder text = new StringBuilder();
    for (TableContract table : stage.writes()) {
      text.append(text.isEmpty() ? "" : ", ")
          .append(table.name())
          .append(' ')
          .append(snapshot.requireSeal(table).rows());
    }
    return text.isEmpty() ? stage.name() : text + " rows";
  }

  /** What makes two runs of a stage the same: inputs, settings and code. */
  private static String fingerprint(
      Stage stage, Snapshot snapshot, Snapshot predecessor, JobsSettings settings)
      throws IOException {
    MessageDigest digest;
    try {
      digest = MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException(impossible);
    }
    StringBuilder text = new StringBuilder(stage.name());
    text.append('\n')
        .append(CodeVersion.hashOf(Pipeline.class))
        .append('\n')
        .append(CodeVersion.hashOf(Snapshot.class));
    text.append('\n').append(stage.configuration(settings));
    if (stage.readsPredecessor() && predecessor != null) {
      text.append('\n').append(predecessor.id());
    }
    for (TableContract table : stage.reads()) {
      text.append('\n')
          .append(table.name())
          .append(' ')
          .append(snapshot.requireSeal(table).fingerprint());
    }
    for (TableContract table : stage.readsIfPresent()) {
      text.append('\n')
          .append(table.name())
          .append(' ')
          .append(snapshot.seal(table).map(TableSeal::fingerprint).orElse("absent"));
    }
    return HexFormat.of()
        .formatHex(digest.digest(text.toString().getBytes(StandardCharsets.UTF_8)), 0, 16);
  }
}
