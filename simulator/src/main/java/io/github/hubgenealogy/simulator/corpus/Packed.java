package io.github.hubgenealogy.simulator.corpus;

import java.io.ByteArrayOutputStream;
import java.util.zip.DataFormatException;
import java.util.zip.Deflater;
import java.util.zip.Inflater;

/** Bytes kept compressed, so that a large corpus fits a small heap. */
final class Packed {
  private final byte[] packed;
  private final int length;

  private Packed(byte[] packed, int length) {
    this.packed = packed;
    this.length = length;
  }

  static Packed of(byte[] bytes) {
    Deflater deflater = new Deflater(Deflater.BEST_SPEED, true);
    try {
      deflater.setInput(bytes);
      deflater.finish();
      ByteArrayOutputStream out = new ByteArrayOutputStream(bytes.length / 2 + 64);
      byte[] buffer = new byte[8_192];
      while (!deflater.finished()) {
        out.write(buffer, 0, deflater.deflate(buffer));
      }
      return new Packed(out.toByteArray(), bytes.length);
    } finally {
      deflater.end();
    }
  }

  byte[] bytes() {
    Inflater inflater = new Inflater(true);
    try {
      inflater.setInput(packed);
      byte[] bytes = new byte[length];
      int at = 0;
      while (at < length) {
        at += inflater.inflate(bytes, at, length - at);
      }
      return bytes;
    } catch (DataFormatException impossible) {
      throw new IllegalStateException("we packed these bytes", impossible);
    } finally {
      inflater.end();
    }
  }
}
