package io.github.hubgenealogy.jobs.lineage;

import static io.github.hubgenealogy.jobs.tables.Columns.*;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.lit;

import io.github.hubgenealogy.jobs.policy.Policy;
import io.github.hubgenealogy.jobs.tables.SnapshotTables;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.broadcast.Broadcast;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.catalyst.InternalRow;
import org.apache.spark.unsafe.types.UTF8String;
import scala.reflect.ClassTag$;

/**
 * The models and edges of all policies in the driver's memory: the ids as a dictionary, the edges
 * as int arrays with a bit for each policy. Only models with an edge are vertices, numbered in the
 * order of their ids: two thirds of the Hub stay out of every graph. 16 bytes an edge, 5 a model
 * and what {@link Dictionary} says an id, 4 a vertex and what {@link PackedIds} says.
 */
final class MemoryGraph {
  final Dictionary ids;
  final boolean[] listed;

  /** The rank of each vertex, ascending. */
  final int[] connected;

  /** The ids of the vertices by their numbers. */
  final PackedIds vertexIds;

  final int[] children;
  final int[] parents;
  final int[] policies;
  final int[] relations;

  private MemoryGraph(Dictionary ids, boolean[] listed, List<EdgeBlock> blocks) {
    this.ids = ids;
    this.listed = listed;
    int edges = blocks.stream().mapToInt(EdgeBlock::count).reduce(0, Math::addExact);
    children = new int[edges];
    parents = new int[edges];
    policies = new int[edges];
    relations = new int[edges];
    int at = 0;
    for (EdgeBlock block : blocks) {
      System.arraycopy(block.children(), 0, children, at, block.count());
      System.arraycopy(block.parents(), 0, parents, at, block.count());
      System.arraycopy(block.policies(), 0, policies, at, block.count());
      System.arraycopy(block.relations(), 0, relations, at, block.count());
      at += block.count();
    }
    connected = connect();
    vertexIds = ids.packed(connected);
  }

  /** Makes the ends of the edges, which are ranks, numbers of vertices. */
  private int[] connect() {
    int[] vertexOf = new int[ids.size()];
    for (int e = 0; e < children.length; e++) {
      vertexOf[children[e]] = 1;
      vertexOf[parents[e]] = 1;
    }
    IntList ranks = new IntList();
    for (int rank = 0; rank < vertexOf.length; rank++) {
      if (vertexOf[rank] != 0) {
        vertexOf[rank] = ranks.size();
        ranks.add(rank);
      }
    }
    for (int e = 0; e < children.length; e++) {
      children[e] = vertexOf[children[e]];
      parents[e] = vertexOf[parents[e]];
    }
    return ranks.toArray();
  }

  /**
   * Loads.
   *
   * @param models table models; read as it lies where its files are sorted by model_id, as they are
   *     written, else sorted first
   * @param edges table edges
   */
  static MemoryGraph load(Dataset<Row> models, Dataset<Row> edges, List<Policy> policies) {
    List<IdBlock> blocks = vertices(models);
    Dictionary ids = Dictionary.of(blocks);
    boolean[] listed = new boolean[ids.size()];
    int at = 0;
    for (IdBlock block : blocks) {
      System.arraycopy(block.listed(), 0, listed, at, block.count());
      at += block.count();
    }
    Broadcast<Dictionary> shared =
        new JavaSparkContext(models.sparkSession().sparkContext()).broadcast(ids);
    try {
      List<EdgeBlock> packed =
          new ArrayList<>(
              rows(edges.select(EdgePacking.columns(policies)))
                  .mapPartitions(rows -> EdgeRun.pack(rows, shared.value()))
                  .collect());
      if (!packed.stream().allMatch(EdgeBlock::known)) {
        throw UnknownVertex.fault(models, edges);
      }
      packed.sort(EdgeBlock.BY_FIRST);
      return new MemoryGraph(ids, listed, packed);
    } finally {
      shared.destroy();
    }
  }

  private static List<IdBlock> vertices(Dataset<Row> models) {
    Column listed = col(PRESENCE).equalTo("listed");
    if (models.inputFiles().length > 0) {
      List<IdBlock> blocks =
          collected(models.select(col(MODEL_ID), listed, col(SnapshotTables.FILE_NAME)));
      if (Dictionary.areAscending(blocks)) {
        return blocks;
      }
    }
    return collected(models.select(col(MODEL_ID), listed, lit("")).orderBy(MODEL_ID));
  }

  private static List<IdBlock> collected(Dataset<Row> vertices) {
    List<IdBlock> blocks =
        new ArrayList<>(rows(vertices).mapPartitions(MemoryGraph::blocks).collect());
    blocks.sort(Dictionary.BY_FIRST);
    return blocks;
  }

  private static JavaRDD<InternalRow> rows(Dataset<Row> dataset) {
    return new JavaRDD<>(
        ((org.apache.spark.sql.classic.Dataset<Row>) dataset).queryExecution().toRdd(),
        ClassTag$.MODULE$.apply(InternalRow.class));
  }

  /**
   * A partition's ids as runs, one a file: a partition may hold files between which another's lie.
   */
  private static Iterator<IdBlock> blocks(Iterator<InternalRow> rows) {
    List<IdBlock> blocks = new ArrayList<>();
    IdRun run = new IdRun();
    UTF8String file = null;
    while (rows.hasNext()) {
      InternalRow row = rows.next();
      byte[] id = row.getUTF8String(0).getBytes();
      UTF8String of = row.getUTF8String(2);
      if (run.size() > 0 && (!of.equals(file) || !run.accepts(id))) {
        blocks.add(run.finish());
        run = new IdRun();
      }
      if (!of.equals(file)) {
        file = of.copy();
      }
      run.add(id, row.getBoolean(1));
    }
    if (run.size() > 0) {
      blocks.add(run.finish());
    }
    return blocks.iterator();
  }
}
