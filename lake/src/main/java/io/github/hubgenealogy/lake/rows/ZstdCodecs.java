package io.github.hubgenealogy.lake.rows;

import com.github.luben.zstd.Zstd;
import com.github.luben.zstd.ZstdCompressCtx;
import com.github.luben.zstd.ZstdDecompressCtx;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import org.apache.parquet.bytes.BytesInput;
import org.apache.parquet.compression.CompressionCodecFactory;
import org.apache.parquet.hadoop.metadata.CompressionCodecName;

/**
 * Zstandard for Parquet without Hadoop's codec classes. Written at level 3, which is also what
 * Spark writes. Reads uncompressed pages too. Not shared between threads: each file has its own,
 * which Parquet releases when the file is closed, and with it memory outside the heap.
 */
final class ZstdCodecs implements CompressionCodecFactory {
  private static final int LEVEL = 3;

  private final List<AutoCloseable> contexts = new ArrayList<>();

  @Override
  public BytesInputCompressor getCompressor(CompressionCodecName codec) {
    if (codec != CompressionCodecName.ZSTD) {
      throw new IllegalArgumentException("tables are written with zstd, not " + codec);
    }
    Compressor compressor = new Compressor();
    contexts.add(compressor.context);
    return compressor;
  }

  @Override
  public BytesInputDecompressor getDecompressor(CompressionCodecName codec) {
    return switch (codec) {
      case ZSTD -> {
        Decompressor decompressor = new Decompressor();
        contexts.add(decompressor.context);
        yield decompressor;
      }
      case UNCOMPRESSED -> new Plain();
      default ->
          throw new IllegalArgumentException("tables are compressed with zstd, not " + codec);
    };
  }

  @Override
  public void release() {
    for (AutoCloseable context : contexts) {
      try {
        context.close();
      } catch (Exception impossible) {
        throw new IllegalStateException(impossible);
      }
    }
    contexts.clear();
  }

  /** Bytes that are used again and again, since one page follows another. */
  private static final class Scratch extends ByteArrayOutputStream {
    byte[] filled(BytesInput bytes) throws IOException {
      reset();
      bytes.writeAllTo(this);
      return buf;
    }

    byte[] atLeast(long size) {
      if (buf.length < size) {
        buf = new byte[Math.toIntExact(size)];
      }
      return buf;
    }
  }

  private static final class Compressor implements BytesInputCompressor {
    private final ZstdCompressCtx context = new ZstdCompressCtx().setLevel(LEVEL);
    private final Scratch plain = new Scratch();
    private final Scratch compressed = new Scratch();

    /** What comes out holds until the next call: Parquet copies it before. */
    @Override
    public BytesInput compress(BytesInput bytes) throws IOException {
      byte[] from = plain.filled(bytes);
      byte[] to = compressed.atLeast(Zstd.compressBound(plain.size()));
      int size = context.compressByteArray(to, 0, to.length, from, 0, plain.size());
      return BytesInput.from(to, 0, size);
    }

    @Override
    public CompressionCodecName getCodecName() {
      return CompressionCodecName.ZSTD;
    }

    @Override
    public void release() {
      context.close();
    }
  }

  private static final class Decompressor implements BytesInputDecompressor {
    private final ZstdDecompressCtx context = new ZstdDecompressCtx();
    private final Scratch compressed = new Scratch();

    /** What comes out is the caller's own: dictionaries keep it. */
    @Override
    public BytesInput decompress(BytesInput bytes, int uncompressedSize) throws IOException {
      byte[] from = compressed.filled(bytes);
      byte[] plain = new byte[uncompressedSize];
      int size = context.decompressByteArray(plain, 0, plain.length, from, 0, compressed.size());
      return BytesInput.from(plain, 0, size);
    }

    @Override
    public void decompress(
        ByteBuffer input, int compressedSize, ByteBuffer output, int uncompressedSize)
        throws IOException {
      ByteBuffer part = input.slice();
      part.limit(compressedSize);
      decompress(BytesInput.from(part), uncompressedSize).writeAllTo(toEnd(output));
      input.position(input.position() + compressedSize);
    }

    private static OutputStream toEnd(ByteBuffer output) {
      return new OutputStream() {
        @Override
        public void write(int one) {
          output.put((byte) one);
        }

        @Override
        public void write(byte[] bytes, int offset, int length) {
          output.put(bytes, offset, length);
        }
      };
    }

    @Override
    public void release() {
      context.close();
    }
  }

  private static final class Plain implements BytesInputDecompressor {
    @Override
    public BytesInput decompress(BytesInput bytes, int uncompressedSize) {
      return bytes;
    }

    @Override
    public void decompress(
        ByteBuffer input, int compressedSize, ByteBuffer output, int uncompressedSize) {
      ByteBuffer part = input.slice();
      part.limit(compressedSize);
      output.put(part);
      input.position(input.position() + compressedSize);
    }

    @Override
    public void release() {}
  }
}
