package io.github.hubgenealogy.lake.rows;

import io.github.hubgenealogy.lake.contract.Column;
import io.github.hubgenealogy.lake.contract.ColumnType;
import io.github.hubgenealogy.lake.contract.TableContract;
import java.util.List;
import java.util.Map;
import org.apache.hadoop.conf.Configuration;
import org.apache.parquet.conf.ParquetConfiguration;
import org.apache.parquet.hadoop.api.WriteSupport;
import org.apache.parquet.io.api.RecordConsumer;

/** Hands one row's cells to Parquet, column by column, as the contract types them. */
final class CellsWriteSupport extends WriteSupport<Cells> {
  private final TableContract contract;
  private RecordConsumer consumer;

  CellsWriteSupport(TableContract contract) {
    this.contract = contract;
  }

  @Override
  @SuppressWarnings("deprecation") // abstract in Parquet, so it must be there
  public WriteContext init(Configuration configuration) {
    return context();
  }

  @Override
  public WriteContext init(ParquetConfiguration configuration) {
    return context();
  }

  private WriteContext context() {
    return new WriteContext(ParquetSchema.of(contract), Map.of());
  }

  @Override
  public void prepareForWrite(RecordConsumer recordConsumer) {
    consumer = recordConsumer;
  }

  @Override
  public void write(Cells row) {
    consumer.startMessage();
    List<Column> columns = contract.columns();
    for (int i = 0; i < columns.size(); i++) {
      Column column = columns.get(i);
      if (row.isNull(i)) {
        if (!column.nullable()) {
          throw new IllegalStateException(
              "table " + contract.name() + ": column " + column.name() + " may not be null");
        }
        continue;
      }
      field(column.name(), i, column.type(), row, i);
    }
    consumer.endMessage();
  }

  private void field(String name, int index, ColumnType type, Cells cells, int i) {
    consumer.startField(name, index);
    value(type, cells, i);
    consumer.endField(name, index);
  }

  private void value(ColumnType type, Cells cells, int i) {
    if (type instanceof ColumnType.Scalar scalar) {
      switch (scalar) {
        case STRING, BINARY -> consumer.addBinary(cells.binary(i));
        case BOOLEAN -> consumer.addBoolean(cells.bool(i));
        case INTEGER -> consumer.addInteger(cells.int32(i));
        case LONG, TIMESTAMP -> consumer.addLong(cells.int64(i));
        case DOUBLE -> consumer.addDouble(cells.float64(i));
      }
    } else if (type instanceof ColumnType.ListOf list) {
      list(list, cells.list(i));
    } else if (type instanceof ColumnType.MapOf map) {
      map(map, cells.map(i));
    } else {
      struct(((ColumnType.StructOf) type).fields(), cells, i);
    }
  }

  private void struct(List<ColumnType.Field> fields, Cells cells, int i) {
    Cells struct = cells.struct(i, fields.size());
    consumer.startGroup();
    for (int f = 0; f < fields.size(); f++) {
      if (!struct.isNull(f)) {
        field(fields.get(f).name(), f, fields.get(f).type(), struct, f);
      }
    }
    consumer.endGroup();
  }

  private void list(ColumnType.ListOf list, Cells elements) {
    int size = elements.size();
    consumer.startGroup();
    if (size > 0) {
      consumer.startField("list", 0);
      for (int e = 0; e < size; e++) {
        if (elements.isNull(e)) {
          throw new IllegalStateException("table " + contract.name() + ": a list holds a null");
        }
        consumer.startGroup();
        field("element", 0, list.element(), elements, e);
        consumer.endGroup();
      }
      consumer.endField("list", 0);
    }
    consumer.endGroup();
  }

  private void map(ColumnType.MapOf map, Cells entries) {
    int size = entries.size();
    consumer.startGroup();
    if (size > 0) {
      consumer.startField("key_value", 0);
      for (int e = 0; e < size; e += 2) {
        consumer.startGroup();
        field("key", 0, ColumnType.Scalar.STRING, entries, e);
        field("value", 1, map.value(), entries, e + 1);
        consumer.endGroup();
      }
      consumer.endField("key_value", 0);
    }
    consumer.endGroup();
  }
}
