package io.github.hubgenealogy.jobs.statistics.graph;

import io.github.hubgenealogy.jobs.lineage.Dictionary;
import io.github.hubgenealogy.jobs.lineage.IntList;
import io.github.hubgenealogy.jobs.policy.Policy;
import java.io.Serializable;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import org.apache.spark.sql.catalyst.InternalRow;
import org.apache.spark.sql.catalyst.util.ArrayData;
import org.apache.spark.unsafe.types.UTF8String;

/** Edges from rows to int arrays, and all partitions' arrays into one order. */
final class EdgeRows {
  private EdgeRows() {}

  /** What one partition sends: an edge a place. */
  record Block(int[] child, int[] parent, int[] policies, int[] relations, int[] flags)
      implements Serializable {
    private static final long serialVersionUID = 1L;
  }

  static Iterator<Block> block(Iterator<InternalRow> rows, Dictionary ids) {
    Map<UTF8String, Integer> bits = new HashMap<>();
    for (Policy policy : Policy.values()) {
      bits.put(UTF8String.fromString(policy.word()), HubGraph.bit(policy));
    }
    IntList child = new IntList();
    IntList parent = new IntList();
    IntList policies = new IntList();
    IntList relations = new IntList();
    IntList flags = new IntList();
    while (rows.hasNext()) {
      InternalRow row = rows.next();
      child.add(rank(ids, row, 0));
      parent.add(rank(ids, row, 1));
      int under = 0;
      ArrayData words = row.getArray(2);
      for (int i = 0; i < words.numElements(); i++) {
        under |= bits.getOrDefault(words.getUTF8String(i), 0);
      }
      policies.add(under);
      relations.add(row.getInt(3));
      flags.add(row.getInt(4));
    }
    return List.of(
            new Block(
                child.toArray(),
                parent.toArray(),
                policies.toArray(),
                relations.toArray(),
                flags.toArray()))
        .iterator();
  }

  static int rank(Dictionary ids, InternalRow row, int column) {
    int rank = ids.rank(row.getUTF8String(column).getBytes());
    if (rank < 0) {
      throw new IllegalStateException(
          "an edge names " + row.getUTF8String(column) + ", which is no model");
    }
    return rank;
  }

  /** All edges in the order (child, parent), whatever the partitions were. */
  static HubGraph.Edges join(List<Block> blocks) {
    int count = blocks.stream().mapToInt(block -> block.child().length).reduce(0, Math::addExact);
    long[] order = new long[count];
    int at = 0;
    for (Block block : blocks) {
      for (int i = 0; i < block.child().length; i++) {
        order[at++] = (long) block.child()[i] << 32 | block.parent()[i];
      }
    }
    Arrays.sort(order);
    HubGraph.Edges edges =
        new HubGraph.Edges(
            new int[count], new int[count], new int[count], new int[count], new byte[count]);
    for (Block block : blocks) {
      for (int i = 0; i < block.child().length; i++) {
        int place = Arrays.binarySearch(order, (long) block.child()[i] << 32 | block.parent()[i]);
        edges.child()[place] = block.child()[i];
        edges.parent()[place] = block.parent()[i];
        edges.policies()[place] = block.policies()[i];
        edges.relations()[place] = block.relations()[i];
        edges.flags()[place] = (byte) block.flags()[i];
      }
    }
    return edges;
  }
}
