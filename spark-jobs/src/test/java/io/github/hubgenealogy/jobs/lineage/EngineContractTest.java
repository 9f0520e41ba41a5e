package io.github.hubgenealogy.jobs.lineage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.hubgenealogy.jobs.SparkExtension;
import io.github.hubgenealogy.lake.command.Fault;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.functions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What every engine does: the definitions, on graphs that have gone wrong somewhere before. */
@ExtendWith(SparkExtension.class)
final class EngineContractTest {
  private static final int NO_CAP = 10_000;

  @TempDir Path lake;

  private void equalsOracle(SparkSession spark, EngineRun.Engine engine, GivenGraph given, int cap)
      throws Exception {
    EngineRun run = EngineRun.of(engine, given.models(spark), given.edges(spark, 1), cap, lake);
    assertThat(run.lineageRows()).isEqualTo(Oracle.lineage(given, cap));
    assertThat(run.ancestryRows()).isEqualTo(Oracle.ancestry(given, cap));
  }

  /** The named graphs side by side, as components of one. */
  static GivenGraph named() {
    GivenGraph all = new GivenGraph();
    all.beside("isolated/", new GivenGraph().model("a").unlisted("b"));
    all.beside("chain/", new GivenGraph().chain("c", 11));
    GivenGraph star = new GivenGraph();
    for (int i = 1; i < 60; i++) {
      star.edge(GivenGraph.name("s", i), "m");
    }
    all.beside("star/", star);
    all.beside(
        "diamond/", new GivenGraph().edge("d", "b").edge("d", "c").edge("b", "a").edge("c", "a"));
    all.beside("blobs/", clique("a", 7)).beside("blobs/", clique("b", 7));
    all.beside("joined/", clique("a", 6).beside("", clique("b", 6)).edge("a003", "b004"));
    GivenGraph bipartite = new GivenGraph();
    for (int child = 0; child < 8; child++) {
      for (int parent = 0; parent < 5; parent++) {
        bipartite.edge(GivenGraph.name("c", child), GivenGraph.name("p", parent));
      }
    }
    all.beside("bipartite/", bipartite);
    all.beside("self/", new GivenGraph().edge("a", "a").edge("b", "b").edge("b", "a"));
    all.beside("two/", new GivenGraph().cycle("x", 2).cycle("y", 2));
    all.beside("nested/", new GivenGraph().cycle("n", 8).edge("n002", "n005").edge("n006", "n003"));
    all.beside(
        "overlapping/",
        new GivenGraph()
            .edge("b", "a")
            .edge("a", "b")
            .edge("c", "b")
            .edge("b", "c")
            .edge("d", "c"));
    all.beside(
        "tails/",
        new GivenGraph()
            .cycle("n", 5)
            .edge("n002", "in0")
            .edge("in0", "in1")
            .edge("out0", "n004")
            .edge("out1", "out0")
            .edge("out1", "side"));
    all.beside("lattice/", lattice(9, 4));
    all.beside(
        "again/",
        new GivenGraph()
            .edge("b", "a", "merge", List.of("union", "hub"))
            .edge("b", "a", "adapter", List.of("union"))
            .edge("b", "a", "adapter", List.of("union", "union_no_merge")));
    all.beside(
        "ids/",
        new GivenGraph()
            .edge("\"q\"/'z'", "🤗/x")
            .edge("a\nb", "🤗/x")
            .edge("￮/y", "a\nb")
            .edge("é/ü", "\\\t")
            .edge("É", "é/ü"));
    return all;
  }

  private static GivenGraph clique(String prefix, int models) {
    GivenGraph blob = new GivenGraph();
    for (int child = 0; child < models; child++) {
      for (int parent = 0; parent < child; parent++) {
        blob.edge(GivenGraph.name(prefix, child), GivenGraph.name(prefix, parent));
      }
    }
    return blob;
  }

  /** Merges of merges: four to the power of eight paths. */
  private static GivenGraph lattice(int rows, int width) {
    GivenGraph lattice = new GivenGraph();
    for (int row = 1; row < rows; row++) {
      for (int a = 0; a < width; a++) {
        for (int b = 0; b < width; b++) {
          lattice.edge(
              GivenGraph.name("l", row * width + a), GivenGraph.name("l", (row - 1) * width + b));
        }
      }
    }
    return lattice;
  }

  @Test
  void the_named_graphs_are_as_the_definitions_say_and_the_same_bytes_by_either_engine(
      SparkSession spark) throws Exception {
    GivenGraph given = named();
    EngineRun memory =
        EngineRun.of(
            EngineRun.Engine.MEMORY, given.models(spark), given.edges(spark, 1), NO_CAP, lake);
    EngineRun other =
        EngineRun.of(
            EngineRun.Engine.SPARK, given.models(spark), given.edges(spark, 2), NO_CAP, lake);

    assertThat(memory.lineageRows()).isEqualTo(Oracle.lineage(given, NO_CAP));
    assertThat(memory.ancestryRows()).isEqualTo(Oracle.ancestry(given, NO_CAP));
    assertThat(other.lineage()).isEqualTo(memory.lineage());
    assertThat(other.ancestry()).isEqualTo(memory.ancestry());
  }

  @ParameterizedTest
  @EnumSource(names = {"MEMORY", "SPARK_WITHOUT_LOCAL_FINISH"})
  void nothing_is_a_graph(EngineRun.Engine engine, SparkSession spark) throws Exception {
    equalsOracle(spark, engine, new GivenGraph(), NO_CAP);
  }

  @ParameterizedTest
  @EnumSource(names = {"MEMORY", "SPARK_WITHOUT_LOCAL_FINISH"})
  void models_without_an_edge_are_each_their_own(EngineRun.Engine engine, SparkSession spark)
      throws Exception {
    equalsOracle(spark, engine, new GivenGraph().model("a").model("b").unlisted("c"), NO_CAP);
    equalsOracle(spark, engine, new GivenGraph().edge("a", "a"), NO_CAP);
  }

  @ParameterizedTest
  @EnumSource
  void a_cap_keeps_the_nearest_and_marks_both_ends(EngineRun.Engine engine, SparkSession spark)
      throws Exception {
    equalsOracle(spark, engine, named(), 3);
  }

  /** In rounds to the end they are compared by {@link EnginePropertyTest}. */
  @ParameterizedTest
  @EnumSource(names = {"MEMORY", "SPARK"})
  void random_graphs_side_by_side_equal_brute_force(EngineRun.Engine engine, SparkSession spark)
      throws Exception {
    Random random = new Random(71);
    GivenGraph all = new GivenGraph();
    for (int block = 0; block < 300; block++) {
      all.beside(
          GivenGraph.name("b", block) + "/",
          GivenGraph.random(random, 1 + random.nextInt(12), random.nextInt(26)));
    }
    equalsOracle(spark, engine, all, 6);
  }

  /** One run of an engine is the same for any order and division of its input. */
  @ParameterizedTest
  @EnumSource(names = {"MEMORY", "SPARK_WITHOUT_LOCAL_FINISH"})
  void order_and_partitions_of_the_input_change_no_byte(EngineRun.Engine engine, SparkSession spark)
      throws Exception {
    GivenGraph given = new GivenGraph().beside("t/", lattice(4, 3)).chain("c", 5).model("z");
    Dataset<Row> models = given.models(spark);
    EngineRun first = EngineRun.of(engine, models, given.edges(spark, 1), 5, lake);
    EngineRun other =
        EngineRun.of(
            engine,
            models.orderBy(functions.xxhash64(functions.col("model_id"))).repartition(5),
            given.edges(spark, 2).repartition(7),
            5,
            lake);

    assertThat(other.lineage()).isEqualTo(first.lineage());
    assertThat(other.ancestry()).isEqualTo(first.ancestry());
  }

  @Test
  void a_chain_longer_than_the_rounds_is_refused_by_name(SparkSession spark) {
    GivenGraph given = new GivenGraph().chain("c/", 9).model("z");
    assertThatThrownBy(
            () ->
                EngineRun.of(
                    EngineRun.spark(EngineRun.tables(given.models(spark), lake), 0, 4),
                    EngineRun.tables(given.models(spark), lake),
                    given.models(spark),
                    given.edges(spark, 1),
                    NO_CAP))
        .isInstanceOf(Fault.class)
        .hasMessageContaining("the chain of models above c/008 (policy hub) is longer than the 4")
        .hasMessageContaining("graph.local-finish.max-edges")
        .hasMessageContaining("--engine memory");
  }
}
