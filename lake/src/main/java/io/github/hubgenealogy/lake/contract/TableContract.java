package io.github.hubgenealogy.lake.contract;

import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * What a table is: where it lies in a snapshot, who writes it, what identifies a row and in which
 * order rows stand.
 *
 * @param name the table's name, which is also its file's
 * @param path its folder in a snapshot
 * @param stage the stage that writes it
 * @param key the columns that identify a row; none of them is ever null
 * @param sort the order of rows, ascending by the values' bytes
 * @param rowsPerFile where a file ends and the next begins, so that files are the same however the
 *     work was cut
 * @param schemaJson the columns in Spark's JSON form of a {@code StructType}
 */
public record TableContract(
    String name,
    String path,
    String stage,
    String description,
    List<String> key,
    List<String> sort,
    int schemaVersion,
    int rowsPerFile,
    List<Column> columns,
    String schemaJson) {

  public TableContract {
    key = List.copyOf(key);
    sort = List.copyOf(sort);
    columns = List.copyOf(columns);
    if (rowsPerFile < 1 || schemaVersion < 1 || description.isBlank()) {
      throw new IllegalArgumentException(
          "table '" + name + "' lacks its description, or rowsPerFile or schemaVersion is below 1");
    }
    Set<String> names = new HashSet<>();
    for (Column column : columns) {
      if (!names.add(column.name())) {
        throw new IllegalArgumentException(
            "table '" + name + "' has column '" + column.name() + "' twice");
      }
      if (column.nullable() && key.contains(column.name())) {
        throw new IllegalArgumentException(
            "table '" + name + "': key column '" + column.name() + "' can be null");
      }
    }
    if (key.isEmpty() || !names.containsAll(key) || !names.containsAll(sort)) {
      throw new IllegalArgumentException(
          "table '" + name + "' names a key or sort column that it lacks");
    }
  }

  /** A column's place, from 0. */
  public int indexOf(String column) {
    for (int i = 0; i < columns.size(); i++) {
      if (columns.get(i).name().equals(column)) {
        return i;
      }
    }
    throw new IllegalArgumentException("table '" + name + "' has no column '" + column + "'");
  }

  /** All columns as one struct. */
  public ColumnType.StructOf struct() {
    return new ColumnType.StructOf(
        columns.stream()
            .map(column -> new ColumnType.Field(column.name(), column.type()))
            .toList());
  }
}
