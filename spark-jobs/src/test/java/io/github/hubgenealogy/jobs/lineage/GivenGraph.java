package io.github.hubgenealogy.jobs.lineage;

import io.github.hubgenealogy.jobs.policy.Policy;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;

/** A small genealogy as tests give it to the engines and to the oracle. */
final class GivenGraph {
  static final List<String> RELATIONS =
      List.of("finetune", "quantized", "adapter", "merge", "unspecified");
  private static final StructType MODELS =
      new StructType().add("model_id", DataTypes.StringType).add("presence", DataTypes.StringType);
  private static final StructType EDGES =
      new StructType()
          .add("child_id", DataTypes.StringType)
          .add("parent_id", DataTypes.StringType)
          .add("relation", DataTypes.StringType)
          .add("relation_hub", DataTypes.StringType)
          .add("relation_tag", DataTypes.StringType)
          .add("policies", DataTypes.createArrayType(DataTypes.StringType));

  /** An edge as table edges has it, as far as engines read it. */
  record Edge(
      String child, String parent, String relation, String relationHub, List<String> policies) {}

  /** Whether each model is listed. */
  final Map<String, Boolean> models = new TreeMap<>();

  final List<Edge> edges = new ArrayList<>();

  GivenGraph model(String id) {
    models.putIfAbsent(id, true);
    return this;
  }

  GivenGraph unlisted(String id) {
    models.put(id, false);
    return this;
  }

  /** An edge that counts under every policy. */
  GivenGraph edge(String child, String parent) {
    return edge(child, parent, "finetune", Policy.ofLineage().stream().map(Policy::word).toList());
  }

  GivenGraph edge(String child, String parent, String relation, List<String> policies) {
    model(child).model(parent);
    edges.add(
        new Edge(child, parent, relation, relation.equals("merge") ? null : relation, policies));
    return this;
  }

  GivenGraph chain(String prefix, int models) {
    for (int i = 1; i < models; i++) {
      edge(name(prefix, i), name(prefix, i - 1));
    }
    return this;
  }

  GivenGraph cycle(String prefix, int models) {
    chain(prefix, models);
    return edge(name(prefix, 0), name(prefix, models - 1));
  }

  static String name(String prefix, int i) {
    return prefix + String.format(java.util.Locale.ROOT, "%03d", i);
  }

  /** Another graph beside this one, its names behind a prefix. */
  GivenGraph beside(String prefix, GivenGraph other) {
    other.models.forEach((id, listed) -> models.put(prefix + id, listed));
    other.edges.forEach(
        edge ->
            edges.add(
                new Edge(
                    prefix + edge.child,
                    prefix + edge.parent,
                    edge.relation,
                    edge.relationHub,
                    edge.policies)));
    return this;
  }

  /** A random graph with cycles, self claims and repeated edges, some models unlisted. */
  static GivenGraph random(Random random, int models, int edges) {
    GivenGraph graph = new GivenGraph();
    for (int v = 0; v < models; v++) {
      graph.models.put(name("m", v), random.nextInt(5) > 0);
    }
    List<String> words = Policy.ofLineage().stream().map(Policy::word).toList();
    for (int e = 0; e < edges; e++) {
      List<String> policies = new ArrayList<>(words);
      policies.removeIf(word -> random.nextInt(4) == 0);
      graph.edge(
          name("m", random.nextInt(models)),
          name("m", random.nextInt(models)),
          RELATIONS.get(random.nextInt(RELATIONS.size())),
          policies);
    }
    return graph;
  }

  Dataset<Row> models(SparkSession spark) {
    List<Row> rows = new ArrayList<>();
    models.forEach((id, listed) -> rows.add(RowFactory.create(id, listed ? "listed" : "absent")));
    return spark.createDataFrame(rows, MODELS);
  }

  /** The edges in an order that the seed gives. */
  Dataset<Row> edges(SparkSession spark, long seed) {
    List<Row> rows = new ArrayList<>();
    for (Edge edge : edges) {
      rows.add(
          RowFactory.create(
              edge.child,
              edge.parent,
              edge.relation,
              edge.relationHub,
              null,
              edge.policies.toArray(String[]::new)));
    }
    Collections.shuffle(rows, new Random(seed));
    return spark.createDataFrame(rows, EDGES);
  }
}
