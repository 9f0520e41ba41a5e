package io.github.hubgenealogy.crawler.hub;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/** A body that fails once it has given more bytes than any honest one has. */
final class BoundedStream extends FilterInputStream {
  private final long limit;
  private long passed;

  BoundedStream(InputStream source, long limit) {
    super(source);
    this.limit = limit;
  }

  @Override
  public int read() throws IOException {
    int b = super.read();
    count(b < 0 ? 0 : 1);
    return b;
  }

  @Override
  public int read(byte[] target, int offset, int length) throws IOException {
    int n = super.read(target, offset, length);
    count(Math.max(0, n));
    return n;
  }

  @Override
  public boolean markSupported() {
    return false;
  }

  private void count(int bytes) throws IOException {
    passed += bytes;
    if (passed > limit) {
      throw new TroubleException(Trouble.TOO_LARGE, "a body of more than " + limit + " bytes");
    }
  }
}
