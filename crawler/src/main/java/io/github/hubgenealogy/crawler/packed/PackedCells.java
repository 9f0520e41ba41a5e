package io.github.hubgenealogy.crawler.packed;

import io.github.hubgenealogy.lake.rows.Cells;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.apache.parquet.io.api.Binary;

/** A view of one packed row, or of a struct, list or map in it; see {@link PackedRows}. */
public final class PackedCells implements Cells {
  private byte[] bytes;
  private int start;
  private int length;
  private int table;

  PackedCells at(byte[] array, int rowStart, int rowLength) {
    bytes = array;
    start = rowStart;
    length = rowLength;
    table = rowStart + (int) PackedRows.INT.get(array, rowStart);
    return this;
  }

  private PackedCells inside(int address) {
    PackedCells part = new PackedCells();
    part.bytes = bytes;
    part.start = start;
    part.length = length;
    part.table = start + address;
    return part;
  }

  byte[] bytes() {
    return bytes;
  }

  int start() {
    return start;
  }

  int length() {
    return length;
  }

  private int address(int i) {
    return (int) PackedRows.INT.get(bytes, table + 4 + 4 * i);
  }

  @Override
  public int size() {
    return (int) PackedRows.INT.get(bytes, table);
  }

  @Override
  public boolean isNull(int i) {
    return address(i) == 0;
  }

  @Override
  public boolean bool(int i) {
    return bytes[start + address(i)] != 0;
  }

  @Override
  public int int32(int i) {
    return (int) PackedRows.INT.get(bytes, start + address(i));
  }

  @Override
  public long int64(int i) {
    return (long) PackedRows.LONG.get(bytes, start + address(i));
  }

  @Override
  public double float64(int i) {
    return Double.longBitsToDouble(int64(i));
  }

  @Override
  public Binary binary(int i) {
    int at = start + address(i);
    return Binary.fromReusedByteArray(bytes, at + 4, (int) PackedRows.INT.get(bytes, at));
  }

  /** A string, or null. */
  public String text(int i) {
    int address = address(i);
    if (address == 0) {
      return null;
    }
    int at = start + address;
    return new String(bytes, at + 4, (int) PackedRows.INT.get(bytes, at), StandardCharsets.UTF_8);
  }

  /** A binary, or null. */
  public byte[] array(int i) {
    int address = address(i);
    if (address == 0) {
      return null;
    }
    int at = start + address;
    return Arrays.copyOfRange(bytes, at + 4, at + 4 + (int) PackedRows.INT.get(bytes, at));
  }

  @Override
  public PackedCells struct(int i, int fields) {
    return inside(address(i));
  }

  @Override
  public PackedCells list(int i) {
    return inside(address(i));
  }

  @Override
  public PackedCells map(int i) {
    return inside(address(i));
  }

  /** Compares one column's bytes, unsigned. */
  int compareBytes(int i, PackedCells other) {
    int at = start + address(i);
    int otherAt = other.start + other.address(i);
    int size = (int) PackedRows.INT.get(bytes, at);
    int otherSize = (int) PackedRows.INT.get(other.bytes, otherAt);
    return Arrays.compareUnsigned(
        bytes, at + 4, at + 4 + size, other.bytes, otherAt + 4, otherAt + 4 + otherSize);
  }
}
