package io.github.hubgenealogy.crawler.packed;

import com.github.luben.zstd.Zstd;
import com.github.luben.zstd.ZstdCompressCtx;
import io.github.hubgenealogy.lake.store.DataFile;
import io.github.hubgenealogy.lake.store.LakeFiles;
import java.io.IOException;
import java.io.OutputStream;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/**
 * Writes packed rows to a file in blocks: int32 length, int32 compressed length, zstd bytes; in a
 * block, each row after its int32 length. A part is written and read once, so speed counts for more
 * than size: zstd's level 1.
 */
public final class RunWriter implements AutoCloseable {
  static final int BLOCK_BYTES = 1 << 18;
  private static final int LEVEL = 1;

  private final String name;
  private final MessageDigest digest = sha256();
  private final OutputStream output;
  private final ZstdCompressCtx context = new ZstdCompressCtx().setLevel(LEVEL);
  private byte[] block = new byte[BLOCK_BYTES];
  private byte[] compressed = new byte[8 + (int) Zstd.compressBound(BLOCK_BYTES)];
  private int used;
  private long rows;
  private long written;
  private boolean closed;

  /** Opens a file, replacing garbage that an interrupted run may have left there. */
  public RunWriter(LakeFiles files, String folder, String name) throws IOException {
    this.name = name;
    this.output = new DigestOutputStream(files.write(folder + "/" + name), digest);
  }

  static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException(impossible);
    }
  }

  public void write(PackedCells row) throws IOException {
    int length = row.length();
    if (used > 0 && used + 4 + length > block.length) {
      flushBlock();
    }
    if (4 + length > block.length) {
      block = new byte[4 + length];
    }
    PackedRows.INT.set(block, used, length);
    System.arraycopy(row.bytes(), row.start(), block, used + 4, length);
    used += 4 + length;
    rows++;
  }

  private void flushBlock() throws IOException {
    int bound = 8 + (int) Zstd.compressBound(used);
    if (compressed.length < bound) {
      compressed = new byte[bound];
    }
    int size = context.compressByteArray(compressed, 8, compressed.length - 8, block, 0, used);
    PackedRows.INT.set(compressed, 0, used);
    PackedRows.INT.set(compressed, 4, size);
    output.write(compressed, 0, 8 + size);
    written += 8 + size;
    used = 0;
    if (block.length > BLOCK_BYTES) {
      block = new byte[BLOCK_BYTES];
    }
  }

  /** Closes the file and tells what was written. */
  public DataFile finish() throws IOException {
    if (used > 0) {
      flushBlock();
    }
    close();
    return new DataFile(name, rows, written, HexFormat.of().formatHex(digest.digest()));
  }

  @Override
  public void close() throws IOException {
    if (!closed) {
      closed = true;
      context.close();
      output.close();
    }
  }
}
