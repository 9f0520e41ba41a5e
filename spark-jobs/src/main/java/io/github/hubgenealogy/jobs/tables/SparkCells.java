package io.github.hubgenealogy.jobs.tables;

import io.github.hubgenealogy.lake.rows.Cells;
import org.apache.parquet.io.api.Binary;
import org.apache.spark.sql.catalyst.expressions.SpecializedGetters;
import org.apache.spark.sql.catalyst.util.ArrayData;
import org.apache.spark.sql.catalyst.util.MapData;
import org.apache.spark.unsafe.types.UTF8String;

/** Spark's own memory of a row seen as cells, without a copy. */
final class SparkCells implements Cells {
  /** Which columns are binary; nested values never are. */
  private final boolean[] binary;

  private SpecializedGetters row;
  private int size;

  SparkCells(boolean[] binary) {
    this.binary = binary;
  }

  private SparkCells(SpecializedGetters row, int size) {
    this.binary = new boolean[0];
    this.row = row;
    this.size = size;
  }

  /** The cells of the next row; this object is used again for each. */
  SparkCells on(SpecializedGetters next, int columns) {
    row = next;
    size = columns;
    return this;
  }

  @Override
  public int size() {
    return size;
  }

  @Override
  public boolean isNull(int i) {
    return row.isNullAt(i);
  }

  @Override
  public boolean bool(int i) {
    return row.getBoolean(i);
  }

  @Override
  public int int32(int i) {
    return row.getInt(i);
  }

  @Override
  public long int64(int i) {
    return row.getLong(i);
  }

  @Override
  public double float64(int i) {
    return row.getDouble(i);
  }

  @Override
  public Binary binary(int i) {
    if (i < binary.length && binary[i]) {
      return Binary.fromConstantByteArray(row.getBinary(i));
    }
    UTF8String text = row.getUTF8String(i);
    // A copy, since Parquet keeps the value for its statistics while Spark uses the row's memory
    // again.
    return Binary.fromConstantByteArray(text.getBytes());
  }

  @Override
  public Cells struct(int i, int fields) {
    return new SparkCells(row.getStruct(i, fields), fields);
  }

  @Override
  public Cells list(int i) {
    ArrayData elements = row.getArray(i);
    return new SparkCells(elements, elements.numElements());
  }

  @Override
  public Cells map(int i) {
    MapData entries = row.getMap(i);
    return new EntryCells(
        new SparkCells(entries.keyArray(), entries.numElements()),
        new SparkCells(entries.valueArray(), entries.numElements()));
  }

  /** Keys and values in turn. */
  private record EntryCells(SparkCells keys, SparkCells values) implements Cells {
    private SparkCells side(int i) {
      return i % 2 == 0 ? keys : values;
    }

    @Override
    public int size() {
      return 2 * keys.size();
    }

    @Override
    public boolean isNull(int i) {
      return side(i).isNull(i / 2);
    }

    @Override
    public boolean bool(int i) {
      return side(i).bool(i / 2);
    }

    @Override
    public int int32(int i) {
      return side(i).int32(i / 2);
    }

    @Override
    public long int64(int i) {
      return side(i).int64(i / 2);
    }

    @Override
    public double float64(int i) {
      return side(i).float64(i / 2);
    }

    @Override
    public Binary binary(int i) {
      return side(i).binary(i / 2);
    }

    @Override
    public Cells struct(int i, int fields) {
      return side(i).struct(i / 2, fields);
    }

    @Override
    public Cells list(int i) {
      return side(i).list(i / 2);
    }

    @Override
    public Cells map(int i) {
      return side(i).map(i / 2);
    }
  }
}
