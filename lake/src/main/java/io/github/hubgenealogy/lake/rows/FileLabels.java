package io.github.hubgenealogy.lake.rows;

import io.github.hubgenealogy.lake.store.DataFile;
import io.github.hubgenealogy.lake.store.LakeFiles;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.HexFormat;
import java.util.Map;

/** Writes into a Parquet file's footer what must be known of it wherever it is copied to. */
public final class FileLabels {
  private FileLabels() {}

  /**
   * Labels one file of a table that is not sealed; memory is the file's size.
   *
   * @param folder the table's, relative to the lake
   * @return the file as it is now
   */
  public static DataFile put(
      LakeFiles files, String folder, DataFile file, Map<String, String> labels)
      throws IOException {
    String path = folder + "/" + file.name();
    byte[] bytes;
    try (InputStream content = files.read(path)) {
      bytes = SettledFooter.of(content.readAllBytes(), labels);
    }
    try (OutputStream content = files.write(path)) {
      content.write(bytes);
    }
    String sum = HexFormat.of().formatHex(HashingOutputFile.sha256().digest(bytes));
    return new DataFile(file.name(), file.rows(), bytes.length, sum);
  }
}
