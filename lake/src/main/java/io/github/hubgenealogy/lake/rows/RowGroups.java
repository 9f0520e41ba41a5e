package io.github.hubgenealogy.lake.rows;

import io.github.hubgenealogy.lake.contract.Column;
import io.github.hubgenealogy.lake.contract.TableContract;
import java.io.IOException;
import java.util.Map;
import org.apache.parquet.column.ColumnWriteStore;
import org.apache.parquet.column.ParquetProperties;
import org.apache.parquet.column.values.factory.DefaultV1ValuesWriterFactory;
import org.apache.parquet.compression.CompressionCodecFactory.BytesInputCompressor;
import org.apache.parquet.crypto.FileEncryptionProperties;
import org.apache.parquet.hadoop.ColumnChunkPageWriteStore;
import org.apache.parquet.hadoop.ParquetFileWriter;
import org.apache.parquet.hadoop.metadata.CompressionCodecName;
import org.apache.parquet.io.OutputFile;
import org.apache.parquet.schema.MessageType;
import org.apache.parquet.util.AutoCloseables;

/** Rows into the row groups of one Parquet file, straight into its columns. */
final class RowGroups implements AutoCloseable {
  /** Bytes of a row group before compression; the crawler's small heap holds one comfortably. */
  private static final long GROUP_BYTES = 32L << 20;

  /** How many rows pass at least, and at most, before a group's size is looked at again. */
  private static final int SOON = 10;

  private static final int LATE = 10_000;
  private static final FileEncryptionProperties PLAIN = null;

  private final TableContract contract;
  private final MessageType schema;
  private final ParquetProperties properties;
  private final ZstdCodecs codecs = new ZstdCodecs();
  private final BytesInputCompressor compressor;
  private final ParquetFileWriter file;
  private ColumnChunkPageWriteStore pages;
  private ColumnWriteStore store;
  private RowColumns columns;
  private int group;
  private long rows;
  private long nextLook;
  private boolean failed;

  RowGroups(OutputFile output, TableContract contract) throws IOException {
    this.contract = contract;
    this.schema = ParquetSchema.of(contract);
    this.properties = properties(contract);
    this.compressor = codecs.getCompressor(CompressionCodecName.ZSTD);
    this.file =
        new ParquetFileWriter(
            output, schema, ParquetFileWriter.Mode.OVERWRITE, GROUP_BYTES, 0, PLAIN, properties);
    file.start();
    begin();
  }

  private static ParquetProperties properties(TableContract contract) {
    // A factory of its own: Parquet's default one is shared, and goes by the properties of whatever
    // writer was opened last, so that another table's writer would decide about dictionaries here.
    ParquetProperties.Builder properties =
        ParquetProperties.builder()
            .withValuesWriterFactory(new DefaultV1ValuesWriterFactory())
            .withSizeStatisticsEnabled(false)
            .withDictionaryEncoding(true);
    for (Column column : contract.columns()) {
      if (column.distinct()) {
        properties.withDictionaryEncoding(column.name(), false);
      }
    }
    return properties.build();
  }

  private void begin() {
    pages =
        new ColumnChunkPageWriteStore(
            compressor,
            schema,
            properties.getAllocator(),
            properties.getColumnIndexTruncateLength(),
            properties.getPageWriteChecksumEnabled(),
            null,
            group);
    store = properties.newColumnWriteStore(schema, pages, pages);
    columns = new RowColumns(contract, schema, store);
    rows = 0;
    nextLook = SOON;
  }

  /** Adds a row; after an exception the file can only be closed, and has no footer. */
  void write(Cells row) throws IOException {
    if (failed) {
      throw new IllegalStateException("a row before this one could not be written");
    }
    failed = true;
    columns.write(row);
    store.endRecord();
    rows++;
    if (rows >= nextLook) {
      look();
    }
    failed = false;
  }

  /** Ends the group where it is full, else reckons when to look again: halfway to where it is. */
  private void look() throws IOException {
    long bytes = store.getBufferedSize();
    long bytesOfRow = Math.max(1, bytes / rows);
    long room = GROUP_BYTES - bytes - 2 * bytesOfRow;
    if (room < 0) {
      flush();
      begin();
    } else {
      nextLook = rows + Math.max(SOON, Math.min(LATE, room / bytesOfRow / 2));
    }
  }

  private void flush() throws IOException {
    try {
      if (rows > 0) {
        file.startBlock(rows);
        store.flush();
        pages.flushToFileWriter(file);
        file.endBlock();
        group++;
      }
    } finally {
      drop();
    }
  }

  /** Gives the group's memory back. */
  private void drop() {
    ColumnWriteStore dropped = store;
    store = null;
    AutoCloseables.uncheckedClose(dropped, pages);
  }

  /** Writes the last group and the footer. */
  @Override
  public void close() throws IOException {
    try {
      if (!failed) {
        flush();
        file.end(Map.of());
      } else if (store != null) {
        drop();
      }
    } finally {
      try {
        file.close();
      } finally {
        codecs.release();
      }
    }
  }
}
