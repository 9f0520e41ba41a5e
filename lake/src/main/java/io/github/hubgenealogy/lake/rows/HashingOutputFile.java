package io.github.hubgenealogy.lake.rows;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Map;
import org.apache.parquet.io.OutputFile;
import org.apache.parquet.io.PositionOutputStream;

/**
 * A Parquet output over a plain stream that takes the SHA-256 and the length of what passes. What
 * is written while it closes, the last row group and the footer, is held back until the footer is
 * settled.
 */
final class HashingOutputFile implements OutputFile {
  private final OutputStream target;
  private final MessageDigest digest = sha256();
  private long position;
  private ByteArrayOutputStream tail;

  HashingOutputFile(OutputStream target) {
    this.target = target;
  }

  /** From here on what is written is the file's end, which holds its footer. */
  void beginTail() {
    tail = new ByteArrayOutputStream();
  }

  static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException(impossible);
    }
  }

  String sha256Hex() {
    return HexFormat.of().formatHex(digest.digest());
  }

  long length() {
    return position;
  }

  @Override
  public PositionOutputStream create(long blockSizeHint) {
    return new PositionOutputStream() {
      @Override
      public long getPos() {
        return position;
      }

      @Override
      public void write(int b) throws IOException {
        write(new byte[] {(byte) b}, 0, 1);
      }

      @Override
      public void write(byte[] bytes, int offset, int length) throws IOException {
        if (tail == null) {
          pass(bytes, offset, length);
        } else {
          tail.write(bytes, offset, length);
        }
        position += length;
      }

      @Override
      public void flush() throws IOException {
        target.flush();
      }

      @Override
      public void close() throws IOException {
        try (target) {
          // A writer that had failed closes without a word, and so without a footer.
          if (tail != null && tail.size() > 0) {
            byte[] settled = SettledFooter.of(tail.toByteArray(), Map.of());
            position += settled.length - tail.size();
            tail = null;
            pass(settled, 0, settled.length);
          }
        }
      }
    };
  }

  private void pass(byte[] bytes, int offset, int length) throws IOException {
    target.write(bytes, offset, length);
    digest.update(bytes, offset, length);
  }

  @Override
  public PositionOutputStream createOrOverwrite(long blockSizeHint) {
    return create(blockSizeHint);
  }

  @Override
  public boolean supportsBlockSize() {
    return false;
  }

  @Override
  public long defaultBlockSize() {
    return 0;
  }
}
