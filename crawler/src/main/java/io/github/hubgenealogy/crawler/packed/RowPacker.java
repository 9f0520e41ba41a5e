package io.github.hubgenealogy.crawler.packed;

import io.github.hubgenealogy.lake.contract.Column;
import io.github.hubgenealogy.lake.contract.ColumnType;
import io.github.hubgenealogy.lake.contract.TableContract;
import java.util.List;
import java.util.Map;

/** Packs a row given as plain objects, of the forms that {@code lake.rows.ObjectCells} takes. */
public final class RowPacker {
  private final TableContract contract;

  public RowPacker(TableContract contract) {
    this.contract = contract;
  }

  /** Appends one row; values stand in the order of the contract's columns. */
  public void add(PackedRows rows, Object... values) {
    List<Column> columns = contract.columns();
    rows.begin();
    int[] addresses = new int[columns.size()];
    for (int i = 0; i < addresses.length; i++) {
      addresses[i] = value(rows, columns.get(i).type(), values[i]);
    }
    rows.finish(rows.table(addresses, 0, addresses.length));
  }

  private static int value(PackedRows rows, ColumnType type, Object value) {
    if (value == null) {
      return 0;
    }
    if (type instanceof ColumnType.Scalar scalar) {
      return switch (scalar) {
        case STRING -> rows.text((String) value);
        case BINARY -> rows.binary((byte[]) value, 0, ((byte[]) value).length);
        case BOOLEAN -> rows.bool((Boolean) value);
        case INTEGER -> rows.int32((Integer) value);
        case LONG, TIMESTAMP -> rows.int64((Long) value);
        case DOUBLE -> rows.float64((Double) value);
      };
    }
    if (type instanceof ColumnType.ListOf list) {
      List<?> elements = (List<?>) value;
      int[] addresses = new int[elements.size()];
      for (int i = 0; i < addresses.length; i++) {
        addresses[i] = value(rows, list.element(), elements.get(i));
      }
      return rows.table(addresses, 0, addresses.length);
    }
    if (type instanceof ColumnType.MapOf map) {
      Map<?, ?> entries = (Map<?, ?>) value;
      int[] addresses = new int[2 * entries.size()];
      int n = 0;
      for (Map.Entry<?, ?> entry : entries.entrySet()) {
        addresses[n++] = rows.text((String) entry.getKey());
        addresses[n++] = value(rows, map.value(), entry.getValue());
      }
      return rows.table(addresses, 0, n);
    }
    List<ColumnType.Field> fields = ((ColumnType.StructOf) type).fields();
    Object[] parts = (Object[]) value;
    int[] addresses = new int[fields.size()];
    for (int i = 0; i < addresses.length; i++) {
      addresses[i] = value(rows, fields.get(i).type(), parts[i]);
    }
    return rows.table(addresses, 0, addresses.length);
  }
}
