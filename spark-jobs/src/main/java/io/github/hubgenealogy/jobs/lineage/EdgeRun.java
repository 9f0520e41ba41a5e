package io.github.hubgenealogy.jobs.lineage;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import org.apache.spark.sql.catalyst.InternalRow;
import org.apache.spark.unsafe.types.UTF8String;

/**
 * A partition's edges while their ids become ranks. Those that count under no policy and self
 * claims end here, unless an end is unknown.
 */
final class EdgeRun {
  /** A block ends where a child comes before the last one, so that sorted files stay apart. */
  private static final int SHORTEST = 4096;

  private final Dictionary ids;
  private final Dictionary.Cursor cursor;
  private final List<EdgeBlock> blocks = new ArrayList<>();
  private IntList children = new IntList();
  private IntList parents = new IntList();
  private IntList policies = new IntList();
  private IntList relations = new IntList();
  private int last;

  private EdgeRun(Dictionary ids) {
    this.ids = ids;
    this.cursor = ids.new Cursor();
  }

  /** Packs rows as {@link EdgePacking#columns} selects them. */
  static Iterator<EdgeBlock> pack(Iterator<InternalRow> rows, Dictionary ids) {
    EdgeRun run = new EdgeRun(ids);
    while (rows.hasNext()) {
      run.add(rows.next());
    }
    run.end();
    return run.blocks.iterator();
  }

  private void add(InternalRow row) {
    UTF8String childId = row.getUTF8String(0);
    UTF8String parentId = row.getUTF8String(1);
    int child = cursor.rank(childId.getBytes());
    int parent = ids.rank(parentId.getBytes());
    if (child >= 0 && parent >= 0 && (child == parent || row.getInt(2) == 0)) {
      return;
    }
    if (child < last && children.size() >= SHORTEST) {
      end();
    }
    last = child;
    children.add(child);
    parents.add(parent);
    policies.add(row.getInt(2));
    relations.add(row.getInt(3));
  }

  private void end() {
    blocks.add(
        new EdgeBlock(
            children.toArray(), parents.toArray(), policies.toArray(), relations.toArray()));
    children = new IntList();
    parents = new IntList();
    policies = new IntList();
    relations = new IntList();
  }
}
