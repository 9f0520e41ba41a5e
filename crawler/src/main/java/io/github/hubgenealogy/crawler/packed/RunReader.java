package io.github.hubgenealogy.crawler.packed;

import com.github.luben.zstd.ZstdDecompressCtx;
import io.github.hubgenealogy.lake.command.Fault;
import io.github.hubgenealogy.lake.store.DataFile;
import io.github.hubgenealogy.lake.store.LakeFiles;
import java.io.BufferedInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.util.HexFormat;

/**
 * Reads a file of {@link RunWriter} row after row; memory is one block. At the end it holds the
 * bytes against the digest taken when they were written.
 */
public final class RunReader implements RowSource {
  private final int rank;
  private final String place;
  private final DataFile expected;
  private final MessageDigest digest = RunWriter.sha256();
  private final InputStream input;
  private final ZstdDecompressCtx context = new ZstdDecompressCtx();
  private final byte[] head = new byte[8];
  private final PackedCells view = new PackedCells();
  private byte[] compressed = new byte[RunWriter.BLOCK_BYTES];
  private byte[] block = new byte[RunWriter.BLOCK_BYTES];
  private int position;
  private int limit;

  public RunReader(LakeFiles files, String folder, DataFile expected, int rank) throws IOException {
    this.rank = rank;
    String path = folder + "/" + expected.name();
    this.place = files.uri(path);
    this.expected = expected;
    this.input = new DigestInputStream(new BufferedInputStream(files.read(path), 1 << 16), digest);
  }

  @Override
  public PackedCells next() throws IOException {
    if (position == limit && !nextBlock()) {
      return null;
    }
    int length = (int) PackedRows.INT.get(block, position);
    view.at(block, position + 4, length);
    position += 4 + length;
    return view;
  }

  @Override
  public int rank() {
    return rank;
  }

  private boolean nextBlock() throws IOException {
    int read = input.readNBytes(head, 0, 8);
    if (read == 0) {
      if (!HexFormat.of().formatHex(digest.digest()).equals(expected.sha256())) {
        throw damaged();
      }
      return false;
    }
    if (read < 8) {
      throw new EOFException("cut off: " + place);
    }
    limit = (int) PackedRows.INT.get(head, 0);
    int size = (int) PackedRows.INT.get(head, 4);
    if (limit <= 0 || size <= 0 || size > expected.bytes()) {
      throw damaged();
    }
    if (compressed.length < size) {
      compressed = new byte[size];
    }
    if (block.length < limit) {
      block = new byte[limit];
    }
    if (input.readNBytes(compressed, 0, size) < size) {
      throw new EOFException("cut off: " + place);
    }
    context.decompressByteArray(block, 0, limit, compressed, 0, size);
    position = 0;
    return true;
  }

  private Fault damaged() {
    return Fault.badInput(
        "a part of the crawl is damaged",
        place,
        "Delete the journal folder it lies in and crawl that table again.");
  }

  @Override
  public void close() throws IOException {
    context.close();
    input.close();
  }
}
