package io.github.hubgenealogy.simulator.truth;

import com.fasterxml.jackson.databind.SequenceWriter;
import com.fasterxml.jackson.dataformat.csv.CsvMapper;
import com.fasterxml.jackson.dataformat.csv.CsvSchema;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** One CSV file (RFC 4180, UTF-8, line feeds), written row by row; null is an empty field. */
final class CsvFile implements AutoCloseable {
  private final SequenceWriter writer;

  CsvFile(Path folder, String name, String... columns) throws IOException {
    CsvSchema.Builder schema = CsvSchema.builder();
    for (String column : columns) {
      schema.addColumn(column);
    }
    this.writer =
        new CsvMapper()
            .writerFor(Object[].class)
            .with(schema.build().withHeader())
            .writeValues(
                new BufferedOutputStream(Files.newOutputStream(folder.resolve(name)), 1 << 16));
  }

  void row(Object... values) throws IOException {
    writer.write(values);
  }

  @Override
  public void close() throws IOException {
    writer.close();
  }
}
