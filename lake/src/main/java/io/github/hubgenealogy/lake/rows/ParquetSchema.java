package io.github.hubgenealogy.lake.rows;

import io.github.hubgenealogy.lake.contract.Column;
import io.github.hubgenealogy.lake.contract.ColumnType;
import io.github.hubgenealogy.lake.contract.TableContract;
import java.util.ArrayList;
import java.util.List;
import org.apache.parquet.schema.GroupType;
import org.apache.parquet.schema.LogicalTypeAnnotation;
import org.apache.parquet.schema.LogicalTypeAnnotation.TimeUnit;
import org.apache.parquet.schema.MessageType;
import org.apache.parquet.schema.PrimitiveType.PrimitiveTypeName;
import org.apache.parquet.schema.Type;
import org.apache.parquet.schema.Type.Repetition;
import org.apache.parquet.schema.Types;

/**
 * A contract as Parquet's own schema: lists and maps in the three-level form, timestamps as UTC
 * microseconds.
 */
public final class ParquetSchema {
  private ParquetSchema() {}

  public static MessageType of(TableContract contract) {
    List<Type> fields = new ArrayList<>();
    for (Column column : contract.columns()) {
      fields.add(
          type(
              column.name(),
              column.type(),
              column.nullable() ? Repetition.OPTIONAL : Repetition.REQUIRED));
    }
    return new MessageType(contract.name(), fields);
  }

  /** The schema of some of a contract's columns, for reading those alone. */
  public static MessageType of(TableContract contract, List<String> columns) {
    MessageType whole = of(contract);
    return new MessageType(contract.name(), columns.stream().map(whole::getType).toList());
  }

  private static Type type(String name, ColumnType type, Repetition repetition) {
    if (type instanceof ColumnType.Scalar scalar) {
      return switch (scalar) {
        case STRING ->
            Types.primitive(PrimitiveTypeName.BINARY, repetition)
                .as(LogicalTypeAnnotation.stringType())
                .named(name);
        case BINARY -> Types.primitive(PrimitiveTypeName.BINARY, repetition).named(name);
        case BOOLEAN -> Types.primitive(PrimitiveTypeName.BOOLEAN, repetition).named(name);
        case INTEGER -> Types.primitive(PrimitiveTypeName.INT32, repetition).named(name);
        case LONG -> Types.primitive(PrimitiveTypeName.INT64, repetition).named(name);
        case DOUBLE -> Types.primitive(PrimitiveTypeName.DOUBLE, repetition).named(name);
        case TIMESTAMP ->
            Types.primitive(PrimitiveTypeName.INT64, repetition)
                .as(LogicalTypeAnnotation.timestampType(true, TimeUnit.MICROS))
                .named(name);
      };
    }
    if (type instanceof ColumnType.ListOf list) {
      GroupType repeated =
          Types.repeatedGroup()
              .addField(type("element", list.element(), Repetition.REQUIRED))
              .named("list");
      return Types.buildGroup(repetition)
          .as(LogicalTypeAnnotation.listType())
          .addField(repeated)
          .named(name);
    }
    if (type instanceof ColumnType.MapOf map) {
      GroupType repeated =
          Types.repeatedGroup()
              .addField(type("key", ColumnType.Scalar.STRING, Repetition.REQUIRED))
              .addField(type("value", map.value(), Repetition.REQUIRED))
              .named("key_value");
      return Types.buildGroup(repetition)
          .as(LogicalTypeAnnotation.mapType())
          .addField(repeated)
          .named(name);
    }
    Types.GroupBuilder<GroupType> group = Types.buildGroup(repetition);
    for (ColumnType.Field field : ((ColumnType.StructOf) type).fields()) {
      group.addField(type(field.name(), field.type(), Repetition.OPTIONAL));
    }
    return group.named(name);
  }
}
