package io.github.hubgenealogy.lake.rows;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.hubgenealogy.lake.contract.Column;
import io.github.hubgenealogy.lake.contract.ColumnType;
import io.github.hubgenealogy.lake.contract.TableContract;
import io.github.hubgenealogy.lake.contract.TableContracts;
import io.github.hubgenealogy.lake.store.LocalFiles;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.apache.hadoop.conf.Configuration;
import org.apache.parquet.ParquetReadOptions;
import org.apache.parquet.column.Encoding;
import org.apache.parquet.conf.ParquetConfiguration;
import org.apache.parquet.conf.PlainParquetConfiguration;
import org.apache.parquet.hadoop.ParquetFileReader;
import org.apache.parquet.hadoop.ParquetWriter;
import org.apache.parquet.hadoop.api.WriteSupport;
import org.apache.parquet.hadoop.metadata.BlockMetaData;
import org.apache.parquet.hadoop.metadata.CompressionCodecName;
import org.apache.parquet.io.LocalInputFile;
import org.apache.parquet.io.OutputFile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What goes straight into the columns, held to Parquet's own way for records of any schema. */
final class RowGroupsTest {
  @TempDir Path folder;

  static List<TableContract> tables() {
    return TableContracts.all();
  }

  @ParameterizedTest
  @MethodSource("tables")
  void the_bytes_are_those_of_parquets_own_record_writer(TableContract table) throws Exception {
    List<Object[]> rows = rows(table, 3_000, table.name().hashCode());
    assertThat(ours(table, rows)).isEqualTo(parquets(table, rows));
  }

  @Test
  void they_are_where_a_column_has_many_pages() throws Exception {
    TableContract table = TableContracts.ANCESTRY;
    List<Object[]> rows = rows(table, 70_000, 7);
    assertThat(ours(table, rows)).isEqualTo(parquets(table, rows));
  }

  @Test
  void a_file_of_several_row_groups_reads_back_and_none_is_larger_than_said() throws Exception {
    TableContract table = TableContracts.RAW_CARDS;
    Random random = new Random(5);
    List<Object[]> rows = rows(table, 900, 5);
    int content = table.indexOf("content");
    for (Object[] row : rows) {
      row[content] = new byte[random.nextInt(200_000)];
      random.nextBytes((byte[]) row[content]);
    }
    ours(table, rows);
    assertThat(groups())
        .hasSizeGreaterThan(2)
        .allMatch(group -> group.getTotalByteSize() < 36 << 20);
    try (TableFileReader reader =
        new TableFileReader(new LocalFiles(folder), "t/ours.parquet", table)) {
      for (Object[] row : rows) {
        Object[] found = reader.next();
        // At once: the recursive comparison takes minutes for so many bytes.
        assertThat(Arrays.equals((byte[]) found[content], (byte[]) row[content])).isTrue();
        found[content] = null;
        row[content] = null;
        assertThat(found).usingRecursiveComparison().isEqualTo(row);
      }
      assertThat(reader.next()).isNull();
    }
  }

  @Test
  void another_tables_writer_decides_nothing_about_this_ones_dictionaries() throws Exception {
    TableContract table = TableContracts.LINEAGE;
    LocalFiles files = new LocalFiles(folder);
    int id = table.indexOf("component_id");
    int filler = table.indexOf("model_id");
    Random random = new Random(5);
    assertThat(table.columns().get(id).distinct()).isTrue();
    List<Object[]> rows = rows(table, 900, 5);
    try (TableFileWriter writer = new TableFileWriter(files, "t", "ours.parquet", table)) {
      for (int r = 0; r < rows.size(); r++) {
        if (r == 1) {
          try (TableFileWriter other =
              new TableFileWriter(files, "t", "other.parquet", TableContracts.EDGES)) {
            assertThat(other.finish().rows()).isZero();
          }
        }
        // Beside it large values, so that groups begin after the other writer was opened.
        byte[] large = new byte[100_000];
        random.nextBytes(large);
        rows.get(r)[filler] = large;
        rows.get(r)[id] = "c" + r % 2;
        writer.write(new ObjectCells(rows.get(r)));
      }
      assertThat(writer.finish().rows()).isEqualTo(rows.size());
    }
    assertThat(groups())
        .hasSizeGreaterThan(1)
        .flatMap(group -> group.getColumns().get(id).getEncodings())
        .noneMatch(Encoding::usesDictionary);
  }

  /** The row groups of our file. */
  private List<BlockMetaData> groups() throws IOException {
    LocalInputFile file = new LocalInputFile(folder.resolve("t/ours.parquet"));
    ParquetReadOptions plain = ParquetReadOptions.builder(new PlainParquetConfiguration()).build();
    try (ParquetFileReader reader = ParquetFileReader.open(file, plain)) {
      return reader.getFooter().getBlocks();
    }
  }

  private byte[] ours(TableContract table, List<Object[]> rows) throws IOException {
    try (TableFileWriter writer =
        new TableFileWriter(new LocalFiles(folder), "t", "ours.parquet", table)) {
      for (Object[] row : rows) {
        writer.write(new ObjectCells(row));
      }
      assertThat(writer.finish().rows()).isEqualTo(rows.size());
    }
    return Files.readAllBytes(folder.resolve("t/ours.parquet"));
  }

  private byte[] parquets(TableContract table, List<Object[]> rows) throws IOException {
    OutputStream target = new LocalFiles(folder).write("t/parquets.parquet");
    HashingOutputFile output = new HashingOutputFile(target);
    Builder builder =
        new Builder(output, table)
            .withConf(new PlainParquetConfiguration())
            .withCodecFactory(new ZstdCodecs())
            .withCompressionCodec(CompressionCodecName.ZSTD)
            .withSizeStatisticsEnabled(false)
            .withDictionaryEncoding(true);
    for (Column column : table.columns()) {
      if (column.distinct()) {
        builder.withDictionaryEncoding(column.name(), false);
      }
    }
    try (ParquetWriter<Cells> writer = builder.build()) {
      for (Object[] row : rows) {
        writer.write(new ObjectCells(row));
      }
      output.beginTail();
    }
    return Files.readAllBytes(folder.resolve("t/parquets.parquet"));
  }

  private static final class Builder extends ParquetWriter.Builder<Cells, Builder> {
    private final TableContract table;

    Builder(OutputFile file, TableContract table) {
      super(file);
      this.table = table;
    }

    @Override
    protected Builder self() {
      return this;
    }

    @Override
    @SuppressWarnings("deprecation") // abstract in Parquet, so it must be there
    protected WriteSupport<Cells> getWriteSupport(Configuration configuration) {
      return new CellsWriteSupport(table);
    }

    @Override
    protected WriteSupport<Cells> getWriteSupport(ParquetConfiguration configuration) {
      return new CellsWriteSupport(table);
    }
  }

  /** Rows of any values, each fourth null where it may be. */
  private static List<Object[]> rows(TableContract table, int count, long seed) {
    Random random = new Random(seed);
    List<Object[]> rows = new ArrayList<>();
    for (int r = 0; r < count; r++) {
      Object[] row = new Object[table.columns().size()];
      for (int i = 0; i < row.length; i++) {
        Column column = table.columns().get(i);
        row[i] = column.nullable() && random.nextInt(4) == 0 ? null : value(column.type(), random);
      }
      rows.add(row);
    }
    return rows;
  }

  private static Object value(ColumnType type, Random random) {
    if (type instanceof ColumnType.Scalar scalar) {
      return switch (scalar) {
        case STRING -> "é" + Integer.toString(random.nextInt(500), 36).repeat(random.nextInt(9));
        case BINARY -> new byte[] {(byte) random.nextInt()};
        case BOOLEAN -> random.nextBoolean();
        case INTEGER -> random.nextInt(100);
        case LONG -> random.nextLong();
        case TIMESTAMP -> random.nextInt(1_000) * 1_000_000L;
        case DOUBLE -> random.nextGaussian();
      };
    }
    if (type instanceof ColumnType.ListOf list) {
      List<Object> elements = new ArrayList<>();
      for (int n = random.nextInt(4); n > 0; n--) {
        elements.add(value(list.element(), random));
      }
      return elements;
    }
    if (type instanceof ColumnType.MapOf map) {
      Map<String, Object> entries = new TreeMap<>();
      for (int n = random.nextInt(4); n > 0; n--) {
        entries.put("key" + random.nextInt(50), value(map.value(), random));
      }
      return entries;
    }
    return ((ColumnType.StructOf) type)
        .fields().stream()
            .map(field -> random.nextInt(4) == 0 ? null : value(field.type(), random))
            .toArray();
  }
}
