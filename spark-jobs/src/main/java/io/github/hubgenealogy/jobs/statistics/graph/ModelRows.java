package io.github.hubgenealogy.jobs.statistics.graph;

import io.github.hubgenealogy.jobs.lineage.IdRun;
import io.github.hubgenealogy.jobs.lineage.IntList;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import org.apache.spark.sql.catalyst.InternalRow;
import org.apache.spark.unsafe.types.UTF8String;

/**
 * A partition's models as runs, one a file: a partition may hold files between which another's lie.
 */
final class ModelRows {
  private static final int FIRST_WORD = 6;

  private final IdRun ids = new IdRun();
  private final IntList day = new IntList();
  private final IntList[] numbers = new IntList[HubGraph.COLUMNS];
  private final List<Map<UTF8String, Integer>> words = new ArrayList<>();
  private long[] downloads = new long[1024];
  private boolean[] hasCard = new boolean[1024];

  private ModelRows() {
    for (int column = 0; column < HubGraph.COLUMNS; column++) {
      numbers[column] = new IntList();
      words.add(new HashMap<>());
    }
  }

  static Iterator<ModelBlock> blocks(Iterator<InternalRow> rows) {
    List<ModelBlock> blocks = new ArrayList<>();
    ModelRows run = new ModelRows();
    UTF8String file = null;
    while (rows.hasNext()) {
      InternalRow row = rows.next();
      byte[] id = row.getUTF8String(0).getBytes();
      UTF8String of = row.getUTF8String(1);
      if (run.ids.size() > 0 && (!of.equals(file) || !run.ids.accepts(id))) {
        blocks.add(run.finish());
        run = new ModelRows();
      }
      if (!of.equals(file)) {
        file = of.copy();
      }
      run.add(id, row);
    }
    if (run.ids.size() > 0) {
      blocks.add(run.finish());
    }
    return blocks.iterator();
  }

  private void add(byte[] id, InternalRow row) {
    int at = ids.size();
    ids.add(id, row.getBoolean(2));
    day.add(row.isNullAt(3) ? HubGraph.NO_DAY : row.getInt(3));
    if (at == downloads.length) {
      downloads = Arrays.copyOf(downloads, 2 * at);
      hasCard = Arrays.copyOf(hasCard, 2 * at);
    }
    downloads[at] = row.getLong(4);
    hasCard[at] = row.getBoolean(5);
    for (int column = 0; column < HubGraph.COLUMNS; column++) {
      numbers[column].add(
          row.isNullAt(FIRST_WORD + column)
              ? -1
              : number(words.get(column), row.getUTF8String(FIRST_WORD + column)));
    }
  }

  private static int number(Map<UTF8String, Integer> words, UTF8String word) {
    Integer known = words.get(word);
    if (known == null) {
      known = words.size();
      words.put(word.copy(), known);
    }
    return known;
  }

  private ModelBlock finish() {
    int size = ids.size();
    String[][] spelt = new String[HubGraph.COLUMNS][];
    int[][] coded = new int[HubGraph.COLUMNS][];
    for (int column = 0; column < HubGraph.COLUMNS; column++) {
      String[] all = new String[words.get(column).size()];
      words.get(column).forEach((word, number) -> all[number] = word.toString());
      spelt[column] = all;
      coded[column] = numbers[column].toArray();
    }
    return new ModelBlock(
        ids.finish(),
        coded,
        spelt,
        day.toArray(),
        Arrays.copyOf(downloads, size),
        Arrays.copyOf(hasCard, size));
  }
}
