package io.github.hubgenealogy.lake.rows;

import io.github.hubgenealogy.lake.contract.TableContract;
import io.github.hubgenealogy.lake.store.LakeFiles;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.apache.hadoop.conf.Configuration;
import org.apache.parquet.conf.ParquetConfiguration;
import org.apache.parquet.conf.PlainParquetConfiguration;
import org.apache.parquet.filter2.compat.FilterCompat;
import org.apache.parquet.filter2.predicate.FilterApi;
import org.apache.parquet.filter2.predicate.FilterPredicate;
import org.apache.parquet.filter2.predicate.Operators;
import org.apache.parquet.hadoop.ParquetReader;
import org.apache.parquet.hadoop.api.ReadSupport;
import org.apache.parquet.io.InputFile;
import org.apache.parquet.io.api.Binary;
import org.apache.parquet.io.api.RecordMaterializer;
import org.apache.parquet.schema.MessageType;

/**
 * Reads one Parquet file of a table, row after row, as {@code Object[]} in the order of the columns
 * asked for (types as in {@link ObjectCells}). A column that the file lacks reads as null. Memory
 * is one row group.
 */
public final class TableFileReader implements AutoCloseable {
  private final ParquetReader<Object[]> reader;

  /** Opens a file for all columns of the contract. */
  public TableFileReader(LakeFiles files, String path, TableContract contract) throws IOException {
    this(files, path, contract, contract.columns().stream().map(column -> column.name()).toList());
  }

  /** Opens a file for some columns. */
  public TableFileReader(LakeFiles files, String path, TableContract contract, List<String> columns)
      throws IOException {
    MessageType wanted = ParquetSchema.of(contract, columns);
    this.reader =
        new Builder(files.open(path), wanted, false).withCodecFactory(new ZstdCodecs()).build();
  }

  private TableFileReader(ParquetReader<Object[]> reader) {
    this.reader = reader;
  }

  /**
   * Opens the part of a sorted file that may hold keys of a range, with strings as their UTF-8
   * bytes. Pages are skipped by their index, single rows are not: a few at both ends may lie
   * outside the range.
   *
   * @param key the column by which the file is sorted first
   */
  public static TableFileReader ofSpan(
      LakeFiles files,
      String path,
      TableContract contract,
      List<String> columns,
      String key,
      KeySpan span)
      throws IOException {
    ParquetReader.Builder<Object[]> builder =
        new Builder(files.open(path), ParquetSchema.of(contract, columns), true)
            .withCodecFactory(new ZstdCodecs())
            .useRecordFilter(false);
    FilterPredicate within = within(FilterApi.binaryColumn(key), span);
    return new TableFileReader(
        (within == null ? builder : builder.withFilter(FilterCompat.get(within))).build());
  }

  private static FilterPredicate within(Operators.BinaryColumn key, KeySpan span) {
    FilterPredicate low =
        span.from() == null ? null : FilterApi.gtEq(key, Binary.fromConstantByteArray(span.from()));
    FilterPredicate high =
        span.to() == null ? null : FilterApi.lt(key, Binary.fromConstantByteArray(span.to()));
    return low == null ? high : high == null ? low : FilterApi.and(low, high);
  }

  /** The next row, or null at the end. */
  public Object[] next() throws IOException {
    return reader.read();
  }

  @Override
  public void close() throws IOException {
    reader.close();
  }

  private static final class Builder extends ParquetReader.Builder<Object[]> {
    private final MessageType wanted;
    private final boolean bytes;

    Builder(InputFile file, MessageType wanted, boolean bytes) {
      super(file, new PlainParquetConfiguration());
      this.wanted = wanted;
      this.bytes = bytes;
    }

    @Override
    protected ReadSupport<Object[]> getReadSupport() {
      return new ObjectReadSupport(wanted, bytes);
    }
  }

  private static final class ObjectReadSupport extends ReadSupport<Object[]> {
    private final MessageType wanted;
    private final boolean bytes;

    ObjectReadSupport(MessageType wanted, boolean bytes) {
      this.wanted = wanted;
      this.bytes = bytes;
    }

    @Override
    @SuppressWarnings("deprecation") // Parquet calls this one
    public ReadContext init(
        ParquetConfiguration configuration,
        Map<String, String> keyValueMetaData,
        MessageType fileSchema) {
      return new ReadContext(wanted);
    }

    @Override
    public RecordMaterializer<Object[]> prepareForRead(
        ParquetConfiguration configuration,
        Map<String, String> keyValueMetaData,
        MessageType fileSchema,
        ReadContext context) {
      return new ObjectMaterializer(wanted, bytes);
    }

    @Override
    @SuppressWarnings("deprecation") // abstract in Parquet, so it must be there
    public RecordMaterializer<Object[]> prepareForRead(
        Configuration configuration,
        Map<String, String> keyValueMetaData,
        MessageType fileSchema,
        ReadContext context) {
      return new ObjectMaterializer(wanted, bytes);
    }
  }
}
