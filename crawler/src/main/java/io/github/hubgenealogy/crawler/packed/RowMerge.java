package io.github.hubgenealogy.crawler.packed;

import java.io.IOException;
import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;

/**
 * Several ordered sources as one. Among rows of one key, those of the lesser rank come first, so
 * that what was seen first can be told.
 */
public final class RowMerge implements RowSource {
  private record Head(PackedCells row, int rank, RowSource source) {}

  private final List<? extends RowSource> sources;
  private final PriorityQueue<Head> heads;
  private Head taken;

  public RowMerge(List<? extends RowSource> sources, RowOrder order) throws IOException {
    this.sources = List.copyOf(sources);
    this.heads =
        new PriorityQueue<>(
            Math.max(1, sources.size()),
            Comparator.comparing(Head::row, order).thenComparingInt(Head::rank));
    for (RowSource source : sources) {
      push(source);
    }
  }

  private void push(RowSource source) throws IOException {
    PackedCells row = source.next();
    if (row != null) {
      heads.add(new Head(row, source.rank(), source));
    }
  }

  @Override
  public PackedCells next() throws IOException {
    if (taken != null) {
      push(taken.source());
    }
    taken = heads.poll();
    return taken == null ? null : taken.row();
  }

  @Override
  public int rank() {
    return taken.rank();
  }

  @Override
  public void close() throws IOException {
    for (RowSource source : sources) {
      source.close();
    }
  }
}
