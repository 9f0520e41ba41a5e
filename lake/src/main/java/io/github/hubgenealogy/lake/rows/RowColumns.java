package io.github.hubgenealogy.lake.rows;

import io.github.hubgenealogy.lake.contract.Column;
import io.github.hubgenealogy.lake.contract.ColumnType;
import io.github.hubgenealogy.lake.contract.TableContract;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.apache.parquet.column.ColumnWriteStore;
import org.apache.parquet.column.ColumnWriter;
import org.apache.parquet.schema.MessageType;

/**
 * The columns of one row group in the making: takes rows apart and hands each value to its column
 * with Parquet's repetition and definition levels. Parquet's record consumer does the same for any
 * schema, with calls, bit sets and maps for each value; this knows the contract once.
 */
final class RowColumns {
  private final TableContract contract;
  private final Node[] columns;
  private final boolean[] nullable;

  RowColumns(TableContract contract, MessageType schema, ColumnWriteStore store) {
    this.contract = contract;
    List<Column> all = contract.columns();
    this.columns = new Node[all.size()];
    this.nullable = new boolean[all.size()];
    Builder builder = new Builder(contract.name(), schema, store);
    for (int i = 0; i < columns.length; i++) {
      columns[i] = builder.node(all.get(i).type(), all.get(i).name());
      nullable[i] = all.get(i).nullable();
    }
  }

  /** Adds the values of a row. */
  void write(Cells row) {
    for (int i = 0; i < columns.length; i++) {
      if (!row.isNull(i)) {
        columns[i].write(row, i, 0);
      } else if (nullable[i]) {
        columns[i].absent(0, 0);
      } else {
        throw new IllegalStateException(
            "table "
                + contract.name()
                + ": column "
                + contract.columns().get(i).name()
                + " may not be null");
      }
    }
  }

  /** A value's place in the schema. */
  private abstract static class Node {
    /** Writes what cells hold at a place, which is not null. */
    abstract void write(Cells cells, int i, int repetition);

    /** Writes that something above has no value here, or no element. */
    abstract void absent(int repetition, int definition);
  }

  /** Makes nodes by the paths of their columns. */
  private record Builder(String table, MessageType schema, ColumnWriteStore store) {
    Node node(ColumnType type, String... path) {
      if (type instanceof ColumnType.Scalar scalar) {
        return new Leaf(
            scalar,
            store.getColumnWriter(schema.getColumnDescription(path)),
            schema.getMaxDefinitionLevel(path));
      }
      if (type instanceof ColumnType.ListOf list) {
        return new Repeated(
            table,
            new Node[] {node(list.element(), below(path, "list", "element"))},
            false,
            levels(path));
      }
      if (type instanceof ColumnType.MapOf map) {
        Node key = node(ColumnType.Scalar.STRING, below(path, "key_value", "key"));
        Node value = node(map.value(), below(path, "key_value", "value"));
        return new Repeated(table, new Node[] {key, value}, true, levels(path));
      }
      Node[] fields =
          ((ColumnType.StructOf) type)
              .fields().stream()
                  .map(field -> node(field.type(), below(path, field.name())))
                  .toArray(Node[]::new);
      return new Struct(fields, schema.getMaxDefinitionLevel(path));
    }

    private Levels levels(String... path) {
      return new Levels(schema.getMaxDefinitionLevel(path), schema.getMaxRepetitionLevel(path) + 1);
    }

    private static String[] below(String[] path, String... names) {
      return Stream.concat(Arrays.stream(path), Arrays.stream(names)).toArray(String[]::new);
    }
  }

  /**
   * Levels of a list or a map.
   *
   * @param present its definition level where it is there, if only empty
   * @param again the repetition level of each element but the first
   */
  private record Levels(int present, int again) {}

  private static final class Leaf extends Node {
    private final ColumnType.Scalar type;
    private final ColumnWriter column;
    private final int present;

    Leaf(ColumnType.Scalar type, ColumnWriter column, int present) {
      this.type = type;
      this.column = column;
      this.present = present;
    }

    @Override
    void write(Cells cells, int i, int repetition) {
      switch (type) {
        case STRING, BINARY -> column.write(cells.binary(i), repetition, present);
        case BOOLEAN -> column.write(cells.bool(i), repetition, present);
        case INTEGER -> column.write(cells.int32(i), repetition, present);
        case LONG, TIMESTAMP -> column.write(cells.int64(i), repetition, present);
        case DOUBLE -> column.write(cells.float64(i), repetition, present);
      }
    }

    @Override
    void absent(int repetition, int definition) {
      column.writeNull(repetition, definition);
    }
  }

  private static final class Struct extends Node {
    private final Node[] fields;
    private final int present;

    Struct(Node[] fields, int present) {
      this.fields = fields;
      this.present = present;
    }

    @Override
    void write(Cells cells, int i, int repetition) {
      Cells struct = cells.struct(i, fields.length);
      for (int f = 0; f < fields.length; f++) {
        if (struct.isNull(f)) {
          fields[f].absent(repetition, present);
        } else {
          fields[f].write(struct, f, repetition);
        }
      }
    }

    @Override
    void absent(int repetition, int definition) {
      for (Node field : fields) {
        field.absent(repetition, definition);
      }
    }
  }

  /** A list, or a map whose cells are keys and values in turn. */
  private static final class Repeated extends Node {
    private final String table;
    private final Node[] turns;
    private final boolean isMap;
    private final Levels levels;

    Repeated(String table, Node[] turns, boolean isMap, Levels levels) {
      this.table = table;
      this.turns = turns;
      this.isMap = isMap;
      this.levels = levels;
    }

    @Override
    void write(Cells cells, int i, int repetition) {
      Cells elements = isMap ? cells.map(i) : cells.list(i);
      int size = elements.size();
      if (size == 0) {
        absent(repetition, levels.present());
      }
      for (int e = 0; e < size; e += turns.length) {
        for (int t = 0; t < turns.length; t++) {
          if (elements.isNull(e + t)) {
            throw new IllegalStateException(
                "table " + table + ": a " + (isMap ? "map" : "list") + " holds a null");
          }
          turns[t].write(elements, e + t, e == 0 ? repetition : levels.again());
        }
      }
    }

    @Override
    void absent(int repetition, int definition) {
      for (Node turn : turns) {
        turn.absent(repetition, definition);
      }
    }
  }
}
