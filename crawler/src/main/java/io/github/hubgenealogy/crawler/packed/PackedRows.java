package io.github.hubgenealogy.crawler.packed;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * A growing run of rows in one array of bytes. A value is written first and gives its address; a
 * row, struct, list or map is then a table of such addresses. Address 0 is null.
 *
 * <p>Form of a row: int32 address of its table, then the values in the order in which they were
 * written. Form of a table: int32 count, then that many int32 addresses. Addresses count from the
 * row's first byte, so that a row can be copied as it is. Little endian throughout.
 */
public final class PackedRows {
  static final VarHandle INT =
      MethodHandles.byteArrayViewVarHandle(int[].class, ByteOrder.LITTLE_ENDIAN);
  static final VarHandle LONG =
      MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);

  private byte[] bytes;
  private int end;
  private int[] starts = new int[64];
  private int count;
  private int open = -1;

  public PackedRows(int initialBytes) {
    bytes = new byte[initialBytes];
  }

  /** Begins a row; what an abandoned one left is overwritten. */
  public void begin() {
    if (open >= 0) {
      end = open;
    }
    open = end;
    reserve(4);
    end += 4;
  }

  /** Ends the row whose table lies at an address. */
  public void finish(int table) {
    INT.set(bytes, open, table);
    if (count == starts.length) {
      starts = Arrays.copyOf(starts, 2 * count);
    }
    starts[count++] = open;
    open = -1;
  }

  /** Drops the row that was begun. */
  public void abandon() {
    if (open >= 0) {
      end = open;
      open = -1;
    }
  }

  public int int64(long value) {
    reserve(8);
    LONG.set(bytes, end, value);
    return advance(8);
  }

  public int float64(double value) {
    return int64(Double.doubleToRawLongBits(value));
  }

  public int int32(int value) {
    reserve(4);
    INT.set(bytes, end, value);
    return advance(4);
  }

  public int bool(boolean value) {
    reserve(1);
    bytes[end] = (byte) (value ? 1 : 0);
    return advance(1);
  }

  public int text(String value) {
    byte[] utf8 = value.getBytes(StandardCharsets.UTF_8);
    return binary(utf8, 0, utf8.length);
  }

  /** UTF-16 as a parser holds it; an unpaired surrogate becomes U+FFFD. */
  public int text(char[] value, int offset, int length) {
    reserve(4 + 3 * length);
    int position = end + 4;
    int limit = offset + length;
    for (int i = offset; i < limit; i++) {
      char c = value[i];
      if (c < 0x80) {
        bytes[position++] = (byte) c;
      } else if (c < 0x800) {
        bytes[position++] = (byte) (0xc0 | (c >> 6));
        bytes[position++] = (byte) (0x80 | (c & 0x3f));
      } else if (Character.isHighSurrogate(c)
          && i + 1 < limit
          && Character.isLowSurrogate(value[i + 1])) {
        int point = Character.toCodePoint(c, value[++i]);
        bytes[position++] = (byte) (0xf0 | (point >> 18));
        bytes[position++] = (byte) (0x80 | ((point >> 12) & 0x3f));
        bytes[position++] = (byte) (0x80 | ((point >> 6) & 0x3f));
        bytes[position++] = (byte) (0x80 | (point & 0x3f));
      } else {
        char safe = Character.isSurrogate(c) ? '\ufffd' : c;
        bytes[position++] = (byte) (0xe0 | (safe >> 12));
        bytes[position++] = (byte) (0x80 | ((safe >> 6) & 0x3f));
        bytes[position++] = (byte) (0x80 | (safe & 0x3f));
      }
    }
    INT.set(bytes, end, position - end - 4);
    return advance(position - end);
  }

  public int binary(byte[] value, int offset, int length) {
    reserve(4 + length);
    INT.set(bytes, end, length);
    System.arraycopy(value, offset, bytes, end + 4, length);
    return advance(4 + length);
  }

  /** A table of addresses: a row, struct, list or map. */
  public int table(int[] addresses, int from, int size) {
    reserve(4 + 4 * size);
    INT.set(bytes, end, size);
    for (int i = 0; i < size; i++) {
      INT.set(bytes, end + 4 + 4 * i, addresses[from + i]);
    }
    return advance(4 + 4 * size);
  }

  /** Appends a finished row of another run. */
  public void add(PackedCells row) {
    begin();
    end = open;
    reserve(row.length());
    System.arraycopy(row.bytes(), row.start(), bytes, end, row.length());
    end += row.length();
    if (count == starts.length) {
      starts = Arrays.copyOf(starts, 2 * count);
    }
    starts[count++] = open;
    open = -1;
  }

  /** Appends all rows of another run. */
  public void addAll(PackedRows other) {
    PackedCells row = new PackedCells();
    for (int i = 0; i < other.count; i++) {
      add(other.row(i, row));
    }
  }

  /** Points a view at a row. */
  public PackedCells row(int i, PackedCells view) {
    int next = i + 1 < count ? starts[i + 1] : open >= 0 ? open : end;
    return view.at(bytes, starts[i], next - starts[i]);
  }

  public int count() {
    return count;
  }

  /** Bytes that the rows take. */
  public int size() {
    return end;
  }

  /** Empties the run; the array stays for the next rows, unless it grew beyond what is usual. */
  public void clear(int usualBytes) {
    count = 0;
    end = 0;
    open = -1;
    if (bytes.length > usualBytes) {
      bytes = new byte[usualBytes];
    }
  }

  /** Drops all rows from the given one on. */
  public void truncate(int rows) {
    abandon();
    if (rows < count) {
      end = starts[rows];
      count = rows;
    }
  }

  private int advance(int length) {
    int address = end - open;
    end += length;
    return address;
  }

  private void reserve(int more) {
    long needed = (long) end + more;
    if (needed > bytes.length) {
      long grown = Math.max(needed, bytes.length + (long) (bytes.length >> 1));
      bytes = Arrays.copyOf(bytes, Math.toIntExact(Math.min(grown, Integer.MAX_VALUE - 16)));
    }
  }
}
