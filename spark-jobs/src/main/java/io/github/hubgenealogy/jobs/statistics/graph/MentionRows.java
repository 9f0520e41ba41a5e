package io.github.hubgenealogy.jobs.statistics.graph;

import io.github.hubgenealogy.jobs.lineage.Dictionary;
import io.github.hubgenealogy.jobs.lineage.IntList;
import java.io.Serializable;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import org.apache.spark.sql.catalyst.InternalRow;
import org.apache.spark.unsafe.types.UTF8String;

/** Mentions of datasets from rows to int arrays, in the order (model, dataset's name). */
final class MentionRows {
  private MentionRows() {}

  /** What one partition sends, datasets by their places in its own words. */
  record Block(int[] model, int[] dataset, String[] names) implements Serializable {
    private static final long serialVersionUID = 1L;
  }

  static Iterator<Block> block(Iterator<InternalRow> rows, Dictionary ids) {
    IntList model = new IntList();
    IntList dataset = new IntList();
    Map<UTF8String, Integer> names = new HashMap<>();
    while (rows.hasNext()) {
      InternalRow row = rows.next();
      int rank = ids.rank(row.getUTF8String(0).getBytes());
      if (rank < 0) {
        continue;
      }
      UTF8String name = row.getUTF8String(1);
      Integer number = names.get(name);
      if (number == null) {
        number = names.size();
        names.put(name.copy(), number);
      }
      model.add(rank);
      dataset.add(number);
    }
    String[] spelt = new String[names.size()];
    names.forEach((name, number) -> spelt[number] = name.toString());
    return List.of(new Block(model.toArray(), dataset.toArray(), spelt)).iterator();
  }

  static HubGraph.Mentions join(List<Block> blocks) {
    Words names = new Words();
    // Names are numbered in their order, so that partitions leave no trace.
    blocks.stream()
        .flatMap(block -> Arrays.stream(block.names()))
        .distinct()
        .sorted(io.github.hubgenealogy.lake.id.ModelId.UTF8_ORDER)
        .forEach(names::number);
    int count = blocks.stream().mapToInt(block -> block.model().length).reduce(0, Math::addExact);
    long[] order = new long[count];
    int at = 0;
    for (Block block : blocks) {
      int[] renumbered = Arrays.stream(block.names()).mapToInt(names::number).toArray();
      for (int i = 0; i < block.model().length; i++) {
        order[at++] = (long) block.model()[i] << 32 | renumbered[block.dataset()[i]];
      }
    }
    Arrays.sort(order);
    int[] model = new int[count];
    int[] dataset = new int[count];
    for (int i = 0; i < count; i++) {
      model[i] = (int) (order[i] >>> 32);
      dataset[i] = (int) order[i];
    }
    return new HubGraph.Mentions(model, dataset, names);
  }
}
