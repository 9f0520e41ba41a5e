package io.github.hubgenealogy.crawler.packed;

import io.github.hubgenealogy.lake.store.LakeFiles;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Runs whose keys do not overlap, read one after another: as much memory as one run takes. */
final class RunChain implements RowSource {
  private final LakeFiles files;
  private final List<RunPart> parts = new ArrayList<>();
  private RunReader reader;
  private int next;

  private RunChain(LakeFiles files) {
    this.files = files;
  }

  /**
   * Puts runs into as few chains as their keys allow. A list comes in the order of its keys and
   * makes one chain; answers gathered in another order make as many as there are runs.
   */
  static List<RunChain> of(LakeFiles files, List<RunPart> parts) {
    List<RunPart> ordered = new ArrayList<>(parts);
    ordered.sort(
        Comparator.comparing(RunPart::firstKey, RunPart.KEY_ORDER).thenComparingInt(RunPart::rank));
    List<RunChain> chains = new ArrayList<>();
    for (RunPart part : ordered) {
      RunChain chain =
          chains.stream()
              .filter(each -> each.endsBefore(part))
              .findFirst()
              .orElseGet(
                  () -> {
                    RunChain fresh = new RunChain(files);
                    chains.add(fresh);
                    return fresh;
                  });
      chain.parts.add(part);
    }
    return chains;
  }

  private boolean endsBefore(RunPart part) {
    RunPart last = parts.get(parts.size() - 1);
    return RunPart.KEY_ORDER.compare(last.lastKey(), part.firstKey()) < 0;
  }

  @Override
  public PackedCells next() throws IOException {
    while (true) {
      PackedCells row = reader == null ? null : reader.next();
      if (row != null) {
        return row;
      }
      if (reader != null) {
        reader.close();
        reader = null;
      }
      if (next == parts.size()) {
        return null;
      }
      RunPart part = parts.get(next++);
      reader = new RunReader(files, part.folder(), part.file(), part.rank());
    }
  }

  @Override
  public int rank() {
    return reader.rank();
  }

  @Override
  public void close() throws IOException {
    if (reader != null) {
      reader.close();
      reader = null;
    }
  }
}
