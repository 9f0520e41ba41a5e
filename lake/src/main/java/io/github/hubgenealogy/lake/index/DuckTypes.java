package io.github.hubgenealogy.lake.index;

import io.github.hubgenealogy.lake.contract.ColumnType;

/** How DuckDB spells the types of the contracts, for columns that a file lacks. */
final class DuckTypes {
  private DuckTypes() {}

  static String of(ColumnType type) {
    if (type instanceof ColumnType.Scalar scalar) {
      return switch (scalar) {
        case STRING -> "varchar";
        case BINARY -> "blob";
        case BOOLEAN -> "boolean";
        case INTEGER -> "integer";
        case LONG -> "bigint";
        case DOUBLE -> "double";
        case TIMESTAMP -> "timestamp with time zone";
      };
    }
    if (type instanceof ColumnType.ListOf list) {
      return of(list.element()) + "[]";
    }
    if (type instanceof ColumnType.MapOf map) {
      return "map(varchar, " + of(map.value()) + ")";
    }
    StringBuilder text = new StringBuilder("struct(");
    for (ColumnType.Field field : ((ColumnType.StructOf) type).fields()) {
      text.append(text.length() == 7 ? "" : ", ")
          .append(Sql.name(field.name()))
          .append(' ')
          .append(of(field.type()));
    }
    return text.append(')').toString();
  }
}
