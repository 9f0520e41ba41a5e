package io.github.hubgenealogy.lake.rows;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.apache.parquet.format.ColumnChunk;
import org.apache.parquet.format.ColumnMetaData;
import org.apache.parquet.format.Encoding;
import org.apache.parquet.format.FileMetaData;
import org.apache.parquet.format.KeyValue;
import org.apache.parquet.format.PageEncodingStats;
import org.apache.parquet.format.RowGroup;
import org.apache.parquet.format.Util;

/**
 * A Parquet footer in which lists that mean sets stand in one order. Parquet keeps a column chunk's
 * encodings as a hash set of enums, whose order differs from one process to the next, so that equal
 * tables had unequal bytes.
 */
final class SettledFooter {
  private static final byte[] MAGIC = "PAR1".getBytes(StandardCharsets.US_ASCII);

  /** Four bytes of length and the magic. */
  private static final int TRAILER = 8;

  private SettledFooter() {}

  /**
   * The last bytes of a file with its footer settled; nothing before the footer is changed.
   *
   * @param tail at least the footer and what follows it
   * @param labels further key-value pairs of the footer; they replace those of the same key
   */
  static byte[] of(byte[] tail, Map<String, String> labels) throws IOException {
    int end = tail.length - TRAILER;
    if (end < 0 || !Arrays.equals(tail, end + 4, tail.length, MAGIC, 0, MAGIC.length)) {
      throw new IOException("the file does not end as a Parquet file does");
    }
    int length = ByteBuffer.wrap(tail).order(ByteOrder.LITTLE_ENDIAN).getInt(end);
    if (length < 0 || length > end) {
      throw new IOException("the footer is longer than what there is of the file");
    }
    FileMetaData footer =
        Util.readFileMetaData(new ByteArrayInputStream(tail, end - length, length));
    for (RowGroup group : footer.getRow_groups()) {
      for (ColumnChunk chunk : group.getColumns()) {
        settle(chunk.getMeta_data());
      }
    }
    label(footer, labels);
    ByteArrayOutputStream settled = new ByteArrayOutputStream(tail.length + 64);
    settled.write(tail, 0, end - length);
    Util.writeFileMetaData(footer, settled);
    int written = settled.size() - (end - length);
    settled.write(ByteBuffer.allocate(4).order(ByteOrder.LITTLE_ENDIAN).putInt(0, written).array());
    settled.write(MAGIC);
    return settled.toByteArray();
  }

  private static void settle(ColumnMetaData column) {
    List<Encoding> encodings = new ArrayList<>(column.getEncodings());
    encodings.sort(Comparator.comparingInt(Encoding::getValue));
    column.setEncodings(encodings);
    if (column.isSetEncoding_stats()) {
      List<PageEncodingStats> stats = new ArrayList<>(column.getEncoding_stats());
      stats.sort(
          Comparator.comparingInt((PageEncodingStats each) -> each.getPage_type().getValue())
              .thenComparingInt(each -> each.getEncoding().getValue()));
      column.setEncoding_stats(stats);
    }
  }

  private static void label(FileMetaData footer, Map<String, String> labels) {
    if (!footer.isSetKey_value_metadata() && labels.isEmpty()) {
      return;
    }
    List<KeyValue> pairs = new ArrayList<>();
    if (footer.isSetKey_value_metadata()) {
      footer.getKey_value_metadata().stream()
          .filter(pair -> !labels.containsKey(pair.getKey()))
          .forEach(pairs::add);
    }
    labels.forEach((key, value) -> pairs.add(new KeyValue(key).setValue(value)));
    pairs.sort(Comparator.comparing(KeyValue::getKey));
    footer.setKey_value_metadata(pairs);
  }
}
