package io.github.hubgenealogy.lake.rows;

import io.github.hubgenealogy.lake.contract.Column;
import io.github.hubgenealogy.lake.contract.TableContract;
import io.github.hubgenealogy.lake.store.DataFile;
import io.github.hubgenealogy.lake.store.LakeFiles;
import java.io.IOException;
import org.apache.hadoop.conf.Configuration;
import org.apache.parquet.conf.ParquetConfiguration;
import org.apache.parquet.conf.PlainParquetConfiguration;
import org.apache.parquet.hadoop.ParquetFileWriter;
import org.apache.parquet.hadoop.ParquetWriter;
import org.apache.parquet.hadoop.api.WriteSupport;
import org.apache.parquet.hadoop.metadata.CompressionCodecName;
import org.apache.parquet.io.OutputFile;

/**
 * Writes one Parquet file of a table, row after row; memory is one row group. The same rows give
 * the same bytes: no clock, no host and no random name goes in.
 */
public final class TableFileWriter implements AutoCloseable {
  /** Bytes of a row group before compression; the crawler's small heap holds one comfortably. */
  private static final long ROW_GROUP_BYTES = 32L << 20;

  private final String name;
  private final HashingOutputFile output;
  private final ParquetWriter<Cells> writer;
  private long rows;
  private boolean closed;

  /**
   * Opens a file, replacing garbage that an interrupted run may have left there.
   *
   * @param directory the table's folder in the lake
   * @param name the file's name in that folder
   */
  public TableFileWriter(LakeFiles files, String directory, String name, TableContract contract)
      throws IOException {
    this.name = name;
    this.output = new HashingOutputFile(files.write(directory + "/" + name));
    Builder builder =
        new Builder(output, contract)
            .withConf(new PlainParquetConfiguration())
            .withCodecFactory(new ZstdCodecs())
            .withCompressionCodec(CompressionCodecName.ZSTD)
            .withRowGroupSize(ROW_GROUP_BYTES)
            .withWriteMode(ParquetFileWriter.Mode.OVERWRITE)
            .withSizeStatisticsEnabled(false)
            .withDictionaryEncoding(true);
    for (Column column : contract.columns()) {
      if (column.distinct()) {
        builder.withDictionaryEncoding(column.name(), false);
      }
    }
    this.writer = builder.build();
  }

  public void write(Cells row) throws IOException {
    try {
      writer.write(row);
    } catch (RuntimeException wrapped) {
      throw lost(wrapped);
    }
    rows++;
  }

  /** A full disk comes out of Parquet wrapped in exceptions of its own. */
  private static IOException lost(RuntimeException wrapped) {
    for (Throwable cause = wrapped.getCause(); cause != null; cause = cause.getCause()) {
      if (cause instanceof IOException lost) {
        return lost;
      }
    }
    throw wrapped;
  }

  public long rows() {
    return rows;
  }

  /**
   * Bytes that the file would have if it were closed now: what is flushed and what waits in memory.
   */
  public long dataSize() {
    return writer.getDataSize();
  }

  /** Closes the file and tells what was written. */
  public DataFile finish() throws IOException {
    close();
    return new DataFile(name, rows, output.length(), output.sha256Hex());
  }

  /** Closes a file that is not wanted any more; after {@link #finish} it does nothing. */
  @Override
  public void close() throws IOException {
    if (closed) {
      return;
    }
    closed = true;
    output.beginTail();
    try {
      writer.close();
    } catch (RuntimeException wrapped) {
      throw lost(wrapped);
    }
  }

  private static final class Builder extends ParquetWriter.Builder<Cells, Builder> {
    private final TableContract contract;

    Builder(OutputFile file, TableContract contract) {
      super(file);
      this.contract = contract;
    }

    @Override
    protected Builder self() {
      return this;
    }

    @Override
    @SuppressWarnings("deprecation") // abstract in Parquet, so it must be there
    protected WriteSupport<Cells> getWriteSupport(Configuration configuration) {
      return new CellsWriteSupport(contract);
    }

    @Override
    protected WriteSupport<Cells> getWriteSupport(ParquetConfiguration configuration) {
      return new CellsWriteSupport(contract);
    }
  }
}
