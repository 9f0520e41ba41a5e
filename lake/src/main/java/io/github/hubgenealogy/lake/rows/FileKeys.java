package io.github.hubgenealogy.lake.rows;

import io.github.hubgenealogy.lake.store.LakeFiles;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import org.apache.parquet.ParquetReadOptions;
import org.apache.parquet.column.statistics.Statistics;
import org.apache.parquet.conf.PlainParquetConfiguration;
import org.apache.parquet.hadoop.ParquetFileReader;
import org.apache.parquet.hadoop.metadata.BlockMetaData;
import org.apache.parquet.hadoop.metadata.ColumnChunkMetaData;
import org.apache.parquet.hadoop.metadata.ColumnPath;
import org.apache.parquet.internal.column.columnindex.ColumnIndex;
import org.apache.parquet.internal.column.columnindex.OffsetIndex;

/**
 * Which keys a file of a sorted table holds, told by its footer alone, so that work over it can be
 * cut without reading it.
 *
 * @param first null where the file has no rows
 * @param last null where the file has no rows
 * @param pages the least key and the number of rows of each page of the key's column, in order
 */
public record FileKeys(byte[] first, byte[] last, List<Page> pages) {

  /** Rows that lie together: about a megabyte of keys or 20,000 rows. */
  public record Page(byte[] first, long rows) {}

  /** Reads the footer of a file whose rows are sorted by a string column that is never null. */
  public static FileKeys of(LakeFiles files, String path, String key) throws IOException {
    ParquetReadOptions options =
        ParquetReadOptions.builder(new PlainParquetConfiguration()).build();
    List<Page> pages = new ArrayList<>();
    byte[] last = null;
    try (ParquetFileReader reader = ParquetFileReader.open(files.open(path), options)) {
      for (BlockMetaData block : reader.getFooter().getBlocks()) {
        ColumnChunkMetaData column = columnOf(block, key);
        Statistics<?> statistics = column.getStatistics();
        if (!statistics.hasNonNullValue()) {
          throw new IOException(path + ": no statistics for column " + key);
        }
        last = statistics.getMaxBytes();
        addPages(reader, block, column, pages);
      }
    }
    return new FileKeys(pages.isEmpty() ? null : pages.get(0).first(), last, pages);
  }

  private static ColumnChunkMetaData columnOf(BlockMetaData block, String key) {
    for (ColumnChunkMetaData column : block.getColumns()) {
      if (column.getPath().equals(ColumnPath.get(key))) {
        return column;
      }
    }
    throw new IllegalArgumentException("no column " + key);
  }

  private static void addPages(
      ParquetFileReader reader, BlockMetaData block, ColumnChunkMetaData column, List<Page> pages)
      throws IOException {
    ColumnIndex index = reader.readColumnIndex(column);
    OffsetIndex offsets = reader.readOffsetIndex(column);
    if (index == null || offsets == null) {
      pages.add(new Page(column.getStatistics().getMinBytes(), block.getRowCount()));
      return;
    }
    List<ByteBuffer> least = index.getMinValues();
    for (int page = 0; page < least.size(); page++) {
      // A page's least value may be cut short, which is still no greater than any key of the page.
      byte[] first = new byte[least.get(page).remaining()];
      least.get(page).duplicate().get(first);
      long end = offsets.getLastRowIndex(page, block.getRowCount()) + 1;
      pages.add(new Page(first, end - offsets.getFirstRowIndex(page)));
    }
  }

  /** Whether it may hold a key of a range. */
  public boolean meets(KeySpan span) {
    return first != null && !span.isAfter(last) && !span.isBefore(first);
  }
}
