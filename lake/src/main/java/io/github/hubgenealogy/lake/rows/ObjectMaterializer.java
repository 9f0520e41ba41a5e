package io.github.hubgenealogy.lake.rows;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.apache.parquet.io.api.Binary;
import org.apache.parquet.io.api.Converter;
import org.apache.parquet.io.api.GroupConverter;
import org.apache.parquet.io.api.PrimitiveConverter;
import org.apache.parquet.io.api.RecordMaterializer;
import org.apache.parquet.schema.GroupType;
import org.apache.parquet.schema.LogicalTypeAnnotation.ListLogicalTypeAnnotation;
import org.apache.parquet.schema.LogicalTypeAnnotation.MapLogicalTypeAnnotation;
import org.apache.parquet.schema.LogicalTypeAnnotation.StringLogicalTypeAnnotation;
import org.apache.parquet.schema.MessageType;
import org.apache.parquet.schema.Type;

/**
 * Assembles Parquet's events into an {@code Object[]} a row, of the forms that {@link ObjectCells}
 * takes.
 */
final class ObjectMaterializer extends RecordMaterializer<Object[]> {
  private final StructConverter root;
  private Object[] current;

  /**
   * Prepares.
   *
   * @param bytes whether strings are wanted as their UTF-8 bytes
   */
  ObjectMaterializer(MessageType schema, boolean bytes) {
    root = new StructConverter(schema, bytes, row -> current = (Object[]) row);
  }

  @Override
  public Object[] getCurrentRecord() {
    return current;
  }

  @Override
  public GroupConverter getRootConverter() {
    return root;
  }

  private static Converter converter(Type type, boolean bytes, Consumer<Object> sink) {
    if (type.isPrimitive()) {
      boolean string =
          !bytes && type.getLogicalTypeAnnotation() instanceof StringLogicalTypeAnnotation;
      return new ScalarConverter(string, sink);
    }
    GroupType group = type.asGroupType();
    if (group.getLogicalTypeAnnotation() instanceof ListLogicalTypeAnnotation) {
      return new ListConverter(group, bytes, sink);
    }
    if (group.getLogicalTypeAnnotation() instanceof MapLogicalTypeAnnotation) {
      return new MapConverter(group, bytes, sink);
    }
    return new StructConverter(group, bytes, sink);
  }

  private static final class ScalarConverter extends PrimitiveConverter {
    private final boolean string;
    private final Consumer<Object> sink;

    ScalarConverter(boolean string, Consumer<Object> sink) {
      this.string = string;
      this.sink = sink;
    }

    @Override
    public void addBinary(Binary value) {
      sink.accept(string ? value.toStringUsingUTF8() : value.getBytes());
    }

    @Override
    public void addBoolean(boolean value) {
      sink.accept(value);
    }

    @Override
    public void addDouble(double value) {
      sink.accept(value);
    }

    @Override
    public void addInt(int value) {
      sink.accept(value);
    }

    @Override
    public void addLong(long value) {
      sink.accept(value);
    }
  }

  private static final class StructConverter extends GroupConverter {
    private final Converter[] fields;
    private final Consumer<Object> sink;
    private Object[] values;

    StructConverter(GroupType type, boolean bytes, Consumer<Object> sink) {
      this.sink = sink;
      this.fields = new Converter[type.getFieldCount()];
      for (int i = 0; i < fields.length; i++) {
        int field = i;
        fields[i] = converter(type.getType(i), bytes, value -> values[field] = value);
      }
    }

    @Override
    public Converter getConverter(int field) {
      return fields[field];
    }

    @Override
    public void start() {
      values = new Object[fields.length];
    }

    @Override
    public void end() {
      sink.accept(values);
    }
  }

  private static final class ListConverter extends GroupConverter {
    private final Consumer<Object> sink;
    private final Converter repeated;
    private List<Object> elements;

    ListConverter(GroupType type, boolean bytes, Consumer<Object> sink) {
      this.sink = sink;
      Type element = type.getType(0).asGroupType().getType(0);
      Converter inner = converter(element, bytes, value -> elements.add(value));
      this.repeated = new Passage(inner);
    }

    @Override
    public Converter getConverter(int field) {
      return repeated;
    }

    @Override
    public void start() {
      elements = new ArrayList<>();
    }

    @Override
    public void end() {
      sink.accept(elements);
    }
  }

  private static final class MapConverter extends GroupConverter {
    private final Consumer<Object> sink;
    private final Converter repeated;
    private Map<Object, Object> entries;

    MapConverter(GroupType type, boolean bytes, Consumer<Object> sink) {
      this.sink = sink;
      this.repeated =
          new StructConverter(
              type.getType(0).asGroupType(),
              bytes,
              pair -> entries.put(((Object[]) pair)[0], ((Object[]) pair)[1]));
    }

    @Override
    public Converter getConverter(int field) {
      return repeated;
    }

    @Override
    public void start() {
      entries = new LinkedHashMap<>();
    }

    @Override
    public void end() {
      sink.accept(entries);
    }
  }

  /** The group between a list and its element, which carries nothing. */
  private static final class Passage extends GroupConverter {
    private final Converter inner;

    Passage(Converter inner) {
      this.inner = inner;
    }

    @Override
    public Converter getConverter(int field) {
      return inner;
    }

    @Override
    public void start() {}

    @Override
    public void end() {}
  }
}
