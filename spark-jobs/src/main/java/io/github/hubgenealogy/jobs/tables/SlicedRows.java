package io.github.hubgenealogy.jobs.tables;

import java.util.ArrayList;
import java.util.List;
import org.apache.spark.NarrowDependency;
import org.apache.spark.Partition;
import org.apache.spark.TaskContext;
import org.apache.spark.rdd.RDD;
import org.apache.spark.sql.catalyst.InternalRow;
import scala.collection.Iterator;
import scala.collection.immutable.Seq;
import scala.jdk.javaapi.CollectionConverters;
import scala.reflect.ClassTag$;

/**
 * Globally sorted partitions cut anew into slices of a fixed number of rows, so that files begin
 * and end at the same rows however many partitions there were. A parent partition that a boundary
 * cuts is computed once for each side.
 */
final class SlicedRows extends RDD<InternalRow> {
  private static final long serialVersionUID = 1L;

  private final transient RDD<InternalRow> parent;
  private final Slice[] slices;

  /**
   * Cuts.
   *
   * @param counts the rows of each parent partition
   */
  SlicedRows(RDD<InternalRow> parent, long[] counts, int rowsPerSlice) {
    super(
        parent.sparkContext(),
        CollectionConverters.asScala(List.<org.apache.spark.Dependency<?>>of()).toSeq(),
        ClassTag$.MODULE$.apply(InternalRow.class));
    this.parent = parent;
    this.slices = cut(parent.getPartitions(), counts, rowsPerSlice);
  }

  private static Slice[] cut(Partition[] parents, long[] counts, int rowsPerSlice) {
    List<Slice> slices = new ArrayList<>();
    List<Piece> pieces = new ArrayList<>();
    long room = rowsPerSlice;
    for (int p = 0; p < parents.length; p++) {
      long from = 0;
      while (from < counts[p]) {
        long to = Math.min(counts[p], from + room);
        pieces.add(new Piece(parents[p], from, to));
        room -= to - from;
        from = to;
        if (room == 0) {
          slices.add(new Slice(slices.size(), pieces.toArray(Piece[]::new)));
          pieces.clear();
          room = rowsPerSlice;
        }
      }
    }
    if (!pieces.isEmpty() || slices.isEmpty()) {
      slices.add(new Slice(slices.size(), pieces.toArray(Piece[]::new)));
    }
    return slices.toArray(Slice[]::new);
  }

  @Override
  public Partition[] getPartitions() {
    return slices.clone();
  }

  @Override
  public Seq<org.apache.spark.Dependency<?>> getDependencies() {
    Slice[] known = slices;
    org.apache.spark.Dependency<?> narrow =
        new NarrowDependency<InternalRow>(parent) {
          private static final long serialVersionUID = 1L;

          @Override
          public Seq<Object> getParents(int slice) {
            List<Object> parents = new ArrayList<>();
            for (Piece piece : known[slice].pieces) {
              parents.add(piece.parent.index());
            }
            return CollectionConverters.asScala(parents).toSeq();
          }
        };
    return CollectionConverters.asScala(List.<org.apache.spark.Dependency<?>>of(narrow)).toSeq();
  }

  @Override
  public Iterator<InternalRow> compute(Partition split, TaskContext context) {
    Piece[] pieces = ((Slice) split).pieces;
    RDD<InternalRow> rows = firstParent(ClassTag$.MODULE$.apply(InternalRow.class));
    java.util.Iterator<InternalRow> all =
        new java.util.Iterator<>() {
          private int next;
          private Iterator<InternalRow> current;
          private long left;

          @Override
          public boolean hasNext() {
            while (left == 0 && next < pieces.length) {
              Piece piece = pieces[next++];
              current = rows.iterator(piece.parent, context).drop((int) piece.from);
              left = piece.to - piece.from;
            }
            if (left > 0 && !current.hasNext()) {
              throw new IllegalStateException(
                  "a partition has fewer rows than when it was counted");
            }
            return left > 0;
          }

          @Override
          public InternalRow next() {
            if (!hasNext()) {
              throw new java.util.NoSuchElementException();
            }
            left--;
            return current.next();
          }
        };
    return CollectionConverters.asScala(all);
  }

  /** A run of rows of one parent partition. */
  private record Piece(Partition parent, long from, long to) implements java.io.Serializable {}

  /** The pieces of one file. */
  private static final class Slice implements Partition {
    private static final long serialVersionUID = 1L;

    private final int index;
    private final Piece[] pieces;

    Slice(int index, Piece[] pieces) {
      this.index = index;
      this.pieces = pieces;
    }

    @Override
    public int index() {
      return index;
    }

    @Override
    public boolean equals(Object other) {
      return other instanceof Slice slice && slice.index == index;
    }

    @Override
    public int hashCode() {
      return index;
    }
  }
}
