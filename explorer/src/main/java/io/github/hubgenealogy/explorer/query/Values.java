package io.github.hubgenealogy.explorer.query;

import java.sql.Array;
import java.sql.Blob;
import java.sql.SQLException;
import java.sql.Struct;
import java.sql.Timestamp;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.duckdb.DuckDBStruct;

/**
 * What DuckDB's driver gives, as plain lists, maps, numbers and texts; times as ISO 8601 in UTC.
 */
final class Values {
  private Values() {}

  static Object plain(Object value) throws SQLException {
    if (value == null || value instanceof Boolean || value instanceof Number) {
      return value;
    }
    if (value instanceof OffsetDateTime time) {
      return time.toInstant().toString();
    }
    if (value instanceof Timestamp time) {
      return time.toLocalDateTime().toInstant(ZoneOffset.UTC).toString();
    }
    if (value instanceof Array array) {
      return list((Object[]) array.getArray());
    }
    if (value instanceof DuckDBStruct struct) {
      return map(struct.getMap());
    }
    if (value instanceof Struct struct) {
      return list(struct.getAttributes());
    }
    if (value instanceof Map<?, ?> map) {
      return map(map);
    }
    if (value instanceof Blob blob) {
      return blob.length() + " bytes";
    }
    if (value instanceof Object[] array) {
      return list(array);
    }
    return value instanceof UUID ? value.toString() : String.valueOf(value);
  }

  private static List<Object> list(Object[] values) throws SQLException {
    List<Object> list = new ArrayList<>(values.length);
    for (Object each : Arrays.asList(values)) {
      list.add(plain(each));
    }
    return list;
  }

  private static Map<String, Object> map(Map<?, ?> values) throws SQLException {
    Map<String, Object> map = new LinkedHashMap<>();
    for (Map.Entry<?, ?> entry : values.entrySet()) {
      map.put(String.valueOf(entry.getKey()), plain(entry.getValue()));
    }
    return map;
  }
}
