package io.github.hubgenealogy.lake.rows;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.apache.parquet.io.api.Binary;

/**
 * Cells over plain objects: String or byte[], Boolean, Integer, Long (timestamps too), Double,
 * List, Map, and {@code Object[]} for a struct. A null or a missing tail is null.
 */
public final class ObjectCells implements Cells {
  private final Object[] values;

  public ObjectCells(Object... values) {
    this.values = values;
  }

  @Override
  public int size() {
    return values.length;
  }

  @Override
  public boolean isNull(int i) {
    return values[i] == null;
  }

  @Override
  public boolean bool(int i) {
    return (Boolean) values[i];
  }

  @Override
  public int int32(int i) {
    return (Integer) values[i];
  }

  @Override
  public long int64(int i) {
    return (Long) values[i];
  }

  @Override
  public double float64(int i) {
    return (Double) values[i];
  }

  @Override
  public Binary binary(int i) {
    // getBytes: an intrinsic, where Binary.fromString goes through an encoder a thread.
    return Binary.fromConstantByteArray(
        values[i] instanceof byte[] bytes
            ? bytes
            : ((String) values[i]).getBytes(StandardCharsets.UTF_8));
  }

  @Override
  public Cells struct(int i, int fields) {
    return new ObjectCells((Object[]) values[i]);
  }

  @Override
  public Cells list(int i) {
    return new ObjectCells(((List<?>) values[i]).toArray());
  }

  @Override
  public Cells map(int i) {
    Map<?, ?> map = (Map<?, ?>) values[i];
    Object[] flat = new Object[2 * map.size()];
    int n = 0;
    for (Map.Entry<?, ?> entry : map.entrySet()) {
      flat[n++] = entry.getKey();
      flat[n++] = entry.getValue();
    }
    return new ObjectCells(flat);
  }
}
