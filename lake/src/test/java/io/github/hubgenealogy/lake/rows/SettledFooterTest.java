package io.github.hubgenealogy.lake.rows;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.apache.parquet.ParquetReadOptions;
import org.apache.parquet.conf.PlainParquetConfiguration;
import org.apache.parquet.hadoop.ParquetFileReader;
import org.apache.parquet.io.LocalInputFile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class SettledFooterTest {
  @TempDir Path folder;

  /** Enums have identity hashes; these flags make them differ from one process to the next. */
  @Test
  void processes_whose_hash_codes_differ_write_the_same_bytes() throws Exception {
    Set<String> checksums = new HashSet<>();
    for (int kind : new int[] {0, 2, 3, 5}) {
      checksums.add(run("-XX:+UnlockExperimentalVMOptions", "-XX:hashCode=" + kind));
    }
    assertThat(checksums).hasSize(1);
  }

  private String run(String... flags) throws Exception {
    Path out = folder.resolve("out");
    ProcessBuilder builder =
        new ProcessBuilder(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    builder.command().addAll(java.util.List.of(flags));
    builder
        .command()
        .addAll(
            java.util.List.of(
                "-cp",
                System.getProperty("java.class.path"),
                WritesOneFile.class.getName(),
                folder.toString()));
    Process process =
        builder.redirectOutput(out.toFile()).redirectError(folder.resolve("err").toFile()).start();
    assertThat(process.waitFor()).as(Files.readString(folder.resolve("err"))).isZero();
    String text = Files.readString(out).strip();
    return text.substring(text.lastIndexOf('\n') + 1);
  }

  @Test
  void a_label_stands_in_the_footer_and_the_rows_stay() throws Exception {
    run();
    Path file = folder.resolve("t/part-00000.parquet");
    byte[] labelled = SettledFooter.of(Files.readAllBytes(file), Map.of("note", "simulated"));
    Files.write(file, labelled);
    try (ParquetFileReader reader =
        ParquetFileReader.open(
            new LocalInputFile(file),
            ParquetReadOptions.builder(new PlainParquetConfiguration())
                .withCodecFactory(new ZstdCodecs())
                .build())) {
      assertThat(reader.getFileMetaData().getKeyValueMetaData()).containsEntry("note", "simulated");
      assertThat(reader.getRecordCount()).isEqualTo(2_000);
      assertThat(reader.readNextRowGroup().getRowCount()).isEqualTo(2_000);
    }
    assertThat(SettledFooter.of(labelled, Map.of("note", "simulated"))).isEqualTo(labelled);
  }

  @Test
  void what_is_no_parquet_file_is_refused() {
    assertThatThrownBy(
            () -> SettledFooter.of("no footer here".getBytes(StandardCharsets.UTF_8), Map.of()))
        .isInstanceOf(IOException.class);
    assertThatThrownBy(
            () -> SettledFooter.of("\0\1\1\1PAR1".getBytes(StandardCharsets.UTF_8), Map.of()))
        .isInstanceOf(IOException.class);
  }
}
