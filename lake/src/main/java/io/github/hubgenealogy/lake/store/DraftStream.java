package io.github.hubgenealogy.lake.store;

import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;

/** A file that is written under a draft's name and takes its own when it is closed. */
final class DraftStream extends FilterOutputStream {
  private final Naming naming;
  private boolean closed;

  /** Gives the draft its name, in place of what has it. */
  interface Naming {
    void run() throws IOException;
  }

  DraftStream(OutputStream draft, Naming naming) {
    super(draft);
    this.naming = naming;
  }

  @Override
  public void write(byte[] bytes, int offset, int length) throws IOException {
    out.write(bytes, offset, length);
  }

  @Override
  public void close() throws IOException {
    if (!closed) {
      closed = true;
      out.close();
      naming.run();
    }
  }
}
