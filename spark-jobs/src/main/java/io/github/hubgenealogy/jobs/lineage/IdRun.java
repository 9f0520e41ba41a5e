package io.github.hubgenealogy.jobs.lineage;

import java.io.ByteArrayOutputStream;
import java.util.Arrays;

/** An ascending run of ids while it grows. */
public final class IdRun {
  private final ByteArrayOutputStream bytes = new ByteArrayOutputStream(1 << 16);
  private final IntList ends = new IntList();
  private boolean[] listed = new boolean[1024];
  private byte[] last;

  /** Whether an id comes after the last one. */
  public boolean accepts(byte[] id) {
    return last == null || Arrays.compareUnsigned(last, id) < 0;
  }

  public void add(byte[] id, boolean isListed) {
    bytes.writeBytes(id);
    if (ends.size() == listed.length) {
      listed = Arrays.copyOf(listed, 2 * listed.length);
    }
    listed[ends.size()] = isListed;
    ends.add(bytes.size());
    last = id;
  }

  public int size() {
    return ends.size();
  }

  public IdBlock finish() {
    return new IdBlock(bytes.toByteArray(), ends.toArray(), Arrays.copyOf(listed, ends.size()));
  }
}
