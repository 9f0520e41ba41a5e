package io.github.hubgenealogy.crawler.listing;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import io.github.hubgenealogy.crawler.packed.PackedRows;
import io.github.hubgenealogy.lake.contract.Column;
import io.github.hubgenealogy.lake.contract.ColumnType;
import io.github.hubgenealogy.lake.contract.TableContract;
import java.io.IOException;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Decodes one element of a list answer into a packed row, column by column as the contract types
 * them. A value of another type than the contract's is null and counted, never a fault: one odd
 * record must not cost a page.
 */
final class RecordDecoder {
  /** The columns that keep a whole JSON value as text. */
  static final Set<String> JSON_COLUMNS = Set.of("cardData", "config");

  static final String OBSERVED_AT = "observedAt";

  private final Map<String, Integer> places = new HashMap<>();
  private final List<Column> columns;
  private final boolean[] isJson;
  private final int[] addresses;
  private final int key;
  private final int id;
  private final int observedAt;
  private final int maxValueBytes;
  private final JsonText json = new JsonText();
  private int[] stack = new int[256];
  private int top;
  private long unusableValues;

  RecordDecoder(TableContract contract, int maxValueBytes) {
    this.columns = contract.columns();
    this.isJson = new boolean[columns.size()];
    this.addresses = new int[columns.size()];
    this.maxValueBytes = maxValueBytes;
    for (int i = 0; i < columns.size(); i++) {
      places.put(columns.get(i).name(), i);
      isJson[i] = JSON_COLUMNS.contains(columns.get(i).name());
    }
    this.key = contract.indexOf("_id");
    this.id = contract.indexOf("id");
    this.observedAt = contract.indexOf(OBSERVED_AT);
  }

  /** Values that were not of the contract's type, or too large, since the start. */
  long unusableValues() {
    return unusableValues;
  }

  /**
   * Decodes the object that the parser stands at the beginning of.
   *
   * @return false for a record without {@code _id} or {@code id}; it is skipped
   */
  boolean decode(JsonParser parser, PackedRows rows, long observedMicros) throws IOException {
    Arrays.fill(addresses, 0);
    top = 0;
    rows.begin();
    String field;
    while ((field = parser.nextFieldName()) != null) {
      Integer place = places.get(field);
      JsonToken token = parser.nextToken();
      if (place == null) {
        parser.skipChildren();
      } else if (isJson[place]) {
        addresses[place] = token == JsonToken.VALUE_NULL ? 0 : jsonText(parser, rows);
      } else {
        addresses[place] = value(parser, rows, columns.get(place).type());
      }
    }
    addresses[observedAt] = rows.int64(observedMicros);
    if (addresses[key] == 0 || addresses[id] == 0) {
      rows.abandon();
      return false;
    }
    rows.finish(rows.table(addresses, 0, addresses.length));
    return true;
  }

  private int jsonText(JsonParser parser, PackedRows rows) throws IOException {
    int length = json.copy(parser);
    return length > maxValueBytes ? unusable() : rows.binary(json.bytes(), 0, length);
  }

  private int value(JsonParser parser, PackedRows rows, ColumnType type) throws IOException {
    if (parser.currentToken() == JsonToken.VALUE_NULL) {
      return 0;
    }
    if (type instanceof ColumnType.Scalar scalar) {
      if (parser.currentToken().isStructStart()) {
        parser.skipChildren();
        return unusable();
      }
      return scalar(parser, rows, scalar);
    }
    if (type instanceof ColumnType.ListOf list) {
      return parser.currentToken() == JsonToken.START_ARRAY
          ? list(parser, rows, list.element())
          : skipped(parser);
    }
    if (parser.currentToken() != JsonToken.START_OBJECT) {
      return skipped(parser);
    }
    return type instanceof ColumnType.MapOf map
        ? map(parser, rows, map.value())
        : struct(parser, rows, ((ColumnType.StructOf) type).fields());
  }

  private int scalar(JsonParser parser, PackedRows rows, ColumnType.Scalar type)
      throws IOException {
    JsonToken token = parser.currentToken();
    return switch (type) {
      case STRING -> text(parser, rows);
      case BOOLEAN -> token.isBoolean() ? rows.bool(token == JsonToken.VALUE_TRUE) : unusable();
      case LONG -> whole(parser, rows);
      case DOUBLE -> token.isNumeric() ? rows.float64(parser.getDoubleValue()) : unusable();
      case TIMESTAMP -> timestamp(parser, rows);
      case INTEGER, BINARY -> throw new IllegalStateException("no list column is of type " + type);
    };
  }

  private int text(JsonParser parser, PackedRows rows) throws IOException {
    int length = parser.getTextLength();
    return length > maxValueBytes
        ? unusable()
        : rows.text(parser.getTextCharacters(), parser.getTextOffset(), length);
  }

  private int whole(JsonParser parser, PackedRows rows) throws IOException {
    JsonToken token = parser.currentToken();
    if (token == JsonToken.VALUE_NUMBER_INT
        && parser.getNumberType() != JsonParser.NumberType.BIG_INTEGER) {
      return rows.int64(parser.getLongValue());
    }
    if (token == JsonToken.VALUE_NUMBER_FLOAT) {
      double number = parser.getDoubleValue();
      if (number == Math.rint(number) && Math.abs(number) < 1L << 53) {
        return rows.int64((long) number);
      }
    }
    return unusable();
  }

  private int timestamp(JsonParser parser, PackedRows rows) throws IOException {
    if (parser.currentToken() != JsonToken.VALUE_STRING) {
      return unusable();
    }
    Long micros =
        Timestamps.micros(
            parser.getTextCharacters(), parser.getTextOffset(), parser.getTextLength());
    return micros == null ? unusable() : rows.int64(micros);
  }

  private int list(JsonParser parser, PackedRows rows, ColumnType element) throws IOException {
    int from = top;
    while (parser.nextToken() != JsonToken.END_ARRAY) {
      int address = value(parser, rows, element);
      if (address != 0) {
        push(address);
      }
    }
    return table(rows, from);
  }

  private int map(JsonParser parser, PackedRows rows, ColumnType valueType) throws IOException {
    int from = top;
    String name;
    while ((name = parser.nextFieldName()) != null) {
      parser.nextToken();
      int address = value(parser, rows, valueType);
      if (address != 0) {
        push(rows.text(name));
        push(address);
      }
    }
    return table(rows, from);
  }

  private int struct(JsonParser parser, PackedRows rows, List<ColumnType.Field> fields)
      throws IOException {
    int from = top;
    for (int i = 0; i < fields.size(); i++) {
      push(0);
    }
    String name;
    while ((name = parser.nextFieldName()) != null) {
      parser.nextToken();
      int place = placeOf(fields, name);
      if (place < 0) {
        parser.skipChildren();
      } else {
        stack[from + place] = value(parser, rows, fields.get(place).type());
      }
    }
    return table(rows, from);
  }

  private static int placeOf(List<ColumnType.Field> fields, String name) {
    for (int i = 0; i < fields.size(); i++) {
      if (fields.get(i).name().equals(name)) {
        return i;
      }
    }
    return -1;
  }

  private int table(PackedRows rows, int from) {
    int address = rows.table(stack, from, top - from);
    top = from;
    return address;
  }

  private void push(int address) {
    if (top == stack.length) {
      stack = Arrays.copyOf(stack, 2 * top);
    }
    stack[top++] = address;
  }

  private int skipped(JsonParser parser) throws IOException {
    parser.skipChildren();
    return unusable();
  }

  private int unusable() {
    unusableValues++;
    return 0;
  }
}
