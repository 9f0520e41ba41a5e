package io.github.hubgenealogy.jobs.lineage;

import static io.github.hubgenealogy.jobs.tables.Columns.COMPONENT_ID;
import static io.github.hubgenealogy.jobs.tables.Columns.MODEL_ID;
import static io.github.hubgenealogy.jobs.tables.Columns.POLICY;
import static org.apache.spark.sql.functions.col;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.hubgenealogy.jobs.Build;
import io.github.hubgenealogy.jobs.SparkExtension;
import io.github.hubgenealogy.jobs.lineage.check.LineageCheck;
import io.github.hubgenealogy.jobs.pipeline.EngineChoice;
import io.github.hubgenealogy.jobs.pipeline.JobsSettings;
import io.github.hubgenealogy.jobs.policy.Policy;
import io.github.hubgenealogy.jobs.tables.SnapshotTables;
import io.github.hubgenealogy.lake.command.Fault;
import io.github.hubgenealogy.lake.contract.TableContracts;
import io.github.hubgenealogy.lake.id.ModelId;
import io.github.hubgenealogy.lake.store.Lake;
import io.github.hubgenealogy.lake.store.Snapshot;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** Graphs that no crawl made, as LDBC Graphalytics writes those for weakly connected components. */
@ExtendWith(SparkExtension.class)
final class EdgeListTest {
  private static final int MODELS = 3_000;

  @TempDir Path folder;

  private Path ldbc;
  private final Map<String, String> leader = new TreeMap<>(ModelId.UTF8_ORDER);

  /** Sparse numbers, a blank between source and target, a weight behind: as wiki-Talk has them. */
  @BeforeEach
  void graph() throws Exception {
    ldbc = Files.createDirectories(folder.resolve("ldbc"));
    Random random = new Random(17);
    List<String> ids = new ArrayList<>();
    for (int i = 0; i < MODELS; i++) {
      ids.add(Integer.toString(7 * i + 2));
    }
    ids.forEach(id -> leader.put(id, id));
    List<String> edges = new ArrayList<>();
    for (int e = 0; e < 0.45 * MODELS; e++) {
      String source = ids.get(random.nextInt(MODELS));
      String target = ids.get((int) (MODELS * Math.pow(random.nextDouble(), 3)));
      edges.add(source + " " + target + " " + random.nextInt(100) / 10.0);
      join(source, target);
    }
    Files.write(ldbc.resolve("graph.v"), ids);
    Files.write(ldbc.resolve("graph.e"), edges);
  }

  private String find(String id) {
    String at = id;
    while (!leader.get(at).equals(at)) {
      at = leader.get(at);
    }
    return at;
  }

  private void join(String a, String b) {
    String first = find(a);
    String second = find(b);
    if (ModelId.UTF8_ORDER.compare(first, second) < 0) {
      leader.put(second, first);
    } else {
      leader.put(first, second);
    }
  }

  private Map<String, String> expected() {
    Map<String, String> components = new TreeMap<>(ModelId.UTF8_ORDER);
    leader.keySet().forEach(id -> components.put(id, find(id)));
    return components;
  }

  private Map<String, String> components(SparkSession spark, Path graph, EngineChoice engine)
      throws Exception {
    Snapshot snapshot = Lake.at(folder.resolve("lake").toString()).snapshot("g-" + engine.word());
    SnapshotTables tables = new SnapshotTables(spark, snapshot);
    GraphFolder.at(graph).write(tables);
    JobsSettings settings = JobsSettings.defaults().withEngine(engine);
    Build.pipeline().run(spark, snapshot, null, settings, "trace-lineage", "lineage-check", false);
    LineageCheck.require(snapshot);
    Map<String, String> components = new TreeMap<>(ModelId.UTF8_ORDER);
    for (Row row :
        tables
            .read(TableContracts.LINEAGE)
            .filter(col(POLICY).equalTo(Policy.UNION.word()))
            .select(MODEL_ID, COMPONENT_ID)
            .collectAsList()) {
      components.put(row.getString(0), row.getString(1));
    }
    return components;
  }

  @Test
  void a_graph_of_graphalytics_has_the_components_of_union_find(SparkSession spark)
      throws Exception {
    assertThat(components(spark, ldbc, EngineChoice.MEMORY)).isEqualTo(expected());
    assertThat(components(spark, ldbc, EngineChoice.SPARK)).isEqualTo(expected());
  }

  @Test
  void it_has_the_same_once_converted_as_the_readme_says(SparkSession spark) throws Exception {
    Path readme = Path.of(System.getProperty("hubgen.home")).resolve("README.md");
    Matcher command =
        Pattern.compile("^duckdb -c \"(.*)\"$", Pattern.MULTILINE)
            .matcher(Files.readString(readme));
    assertThat(command.find()).isTrue();
    Path converted = Files.createDirectories(folder.resolve("converted"));
    try (Connection duck = DriverManager.getConnection("jdbc:duckdb:");
        Statement statement = duck.createStatement()) {
      statement.execute(
          command
              .group(1)
              .replace("'graph.", "'" + ldbc + "/graph.")
              .replace("'models.parquet'", "'" + converted + "/models.parquet'")
              .replace("'edges.parquet'", "'" + converted + "/edges.parquet'"));
    }
    assertThat(components(spark, converted, EngineChoice.MEMORY)).isEqualTo(expected());
  }

  @Test
  void a_folder_without_edges_is_refused_by_name(SparkSession spark) throws Exception {
    Files.delete(ldbc.resolve("graph.e"));
    assertThatThrownBy(() -> components(spark, ldbc, EngineChoice.MEMORY))
        .isInstanceOf(Fault.class)
        .hasMessageContaining("no edges in the folder")
        .hasMessageContaining("edges.parquet");
  }
}
