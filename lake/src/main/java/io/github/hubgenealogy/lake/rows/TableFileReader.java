package io.github.hubgenealogy.lake.rows;

import io.github.hubgenealogy.lake.contract.TableContract;
import io.github.hubgenealogy.lake.store.LakeFiles;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.apache.hadoop.conf.Configuration;
import org.apache.parquet.conf.ParquetConfiguration;
import org.apache.parquet.conf.PlainParquetConfiguration;
import org.apache.parquet.hadoop.ParquetReader;
import org.apache.parquet.hadoop.api.ReadSupport;
import org.apache.parquet.io.InputFile;
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
    this.reader = new Builder(files.open(path), wanted).withCodecFactory(new ZstdCodecs()).build();
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

    Builder(InputFile file, MessageType wanted) {
      super(file, new PlainParquetConfiguration());
      this.wanted = wanted;
    }

    @Override
    protected ReadSupport<Object[]> getReadSupport() {
      return new ObjectReadSupport(wanted);
    }
  }

  private static final class ObjectReadSupport extends ReadSupport<Object[]> {
    private final MessageType wanted;

    ObjectReadSupport(MessageType wanted) {
      this.wanted = wanted;
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
      return new ObjectMaterializer(wanted);
    }

    @Override
    @SuppressWarnings("deprecation") // abstract in Parquet, so it must be there
    public RecordMaterializer<Object[]> prepareForRead(
        Configuration configuration,
        Map<String, String> keyValueMetaData,
        MessageType fileSchema,
        ReadContext context) {
      return new ObjectMaterializer(wanted);
    }
  }
}
