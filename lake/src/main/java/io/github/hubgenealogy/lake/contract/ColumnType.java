package io.github.hubgenealogy.lake.contract;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;

/** A column's type, read from the JSON form that Spark gives a {@code StructType}. */
public sealed interface ColumnType {

  /** The types without parts. A timestamp is microseconds since 1970 in UTC. */
  enum Scalar implements ColumnType {
    STRING,
    BINARY,
    BOOLEAN,
    INTEGER,
    LONG,
    DOUBLE,
    TIMESTAMP
  }

  /** A list; its elements are never null. */
  record ListOf(ColumnType element) implements ColumnType {}

  /** A map from strings; its values are never null. */
  record MapOf(ColumnType value) implements ColumnType {}

  /** Named fields, each of which may be null. */
  record StructOf(List<Field> fields) implements ColumnType {
    public StructOf {
      fields = List.copyOf(fields);
    }
  }

  /** One field of a struct. */
  record Field(String name, ColumnType type) {}

  /** Reads one type. */
  static ColumnType of(JsonNode json) {
    if (json.isTextual()) {
      return switch (json.textValue()) {
        case "string" -> Scalar.STRING;
        case "binary" -> Scalar.BINARY;
        case "boolean" -> Scalar.BOOLEAN;
        case "integer" -> Scalar.INTEGER;
        case "long" -> Scalar.LONG;
        case "double" -> Scalar.DOUBLE;
        case "timestamp" -> Scalar.TIMESTAMP;
        default -> throw new IllegalArgumentException("no such column type: " + json.textValue());
      };
    }
    return switch (json.path("type").asText()) {
      case "array" -> new ListOf(of(json.get("elementType")));
      case "map" -> new MapOf(of(json.get("valueType")));
      case "struct" -> {
        List<Field> fields = new ArrayList<>();
        for (JsonNode field : json.get("fields")) {
          fields.add(new Field(field.get("name").textValue(), of(field.get("type"))));
        }
        yield new StructOf(fields);
      }
      default -> throw new IllegalArgumentException("no such column type: " + json);
    };
  }

  /** The type as the data dictionary writes it. */
  default String spelling() {
    if (this instanceof Scalar scalar) {
      return switch (scalar) {
        case STRING -> "string";
        case BINARY -> "binary";
        case BOOLEAN -> "boolean";
        case INTEGER -> "int";
        case LONG -> "bigint";
        case DOUBLE -> "double";
        case TIMESTAMP -> "timestamp (UTC, µs)";
      };
    }
    if (this instanceof ListOf list) {
      return "array<" + list.element().spelling() + ">";
    }
    if (this instanceof MapOf map) {
      return "map<string, " + map.value().spelling() + ">";
    }
    StringBuilder text = new StringBuilder("struct<");
    for (Field field : ((StructOf) this).fields()) {
      text.append(text.length() == 7 ? "" : ", ")
          .append(field.name())
          .append(": ")
          .append(field.type().spelling());
    }
    return text.append('>').toString();
  }
}
