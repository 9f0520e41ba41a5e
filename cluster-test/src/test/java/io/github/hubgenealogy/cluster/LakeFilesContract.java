package io.github.hubgenealogy.cluster;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.hubgenealogy.lake.contract.TableContract;
import io.github.hubgenealogy.lake.contract.TableContracts;
import io.github.hubgenealogy.lake.rows.ObjectCells;
import io.github.hubgenealogy.lake.rows.TableFileReader;
import io.github.hubgenealogy.lake.rows.TableFileWriter;
import io.github.hubgenealogy.lake.store.DataFile;
import io.github.hubgenealogy.lake.store.LakeFiles;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.InputStream;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.NoSuchFileException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;

/** What a store of a lake must do, whichever it is. */
abstract class LakeFilesContract {
  private static final int RIVALS = 8;

  /** An empty lake of the store, another for each test. */
  abstract LakeFiles files(String name) throws Exception;

  static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  static String text(LakeFiles files, String path) throws Exception {
    try (InputStream file = files.read(path)) {
      return new String(file.readAllBytes(), StandardCharsets.UTF_8);
    }
  }

  static void write(LakeFiles files, String path, String text) throws Exception {
    try (OutputStream file = files.write(path)) {
      file.write(bytes(text));
    }
  }

  @Test
  void what_was_written_is_read_listed_and_deleted() throws Exception {
    LakeFiles files = files("written");
    write(files, "s/raw/b", "second");
    write(files, "s/raw/a", "first");
    write(files, "s/raw/policy=union/c", "third");
    write(files, "s/raw/a", "another");

    assertThat(text(files, "s/raw/a")).isEqualTo("another");
    assertThat(files.exists("s")).isTrue();
    assertThat(files.exists("s/raw/a")).isTrue();
    assertThat(files.exists("s/raw/z")).isFalse();
    assertThat(files.list("s/raw"))
        .containsExactly(
            new LakeFiles.Entry("a", false, 7),
            new LakeFiles.Entry("b", false, 6),
            new LakeFiles.Entry("policy=union", true, 0));
    assertThat(files.list("")).containsExactly(new LakeFiles.Entry("s", true, 0));

    files.delete("s/raw");
    files.delete("s/raw");
    assertThat(files.exists("s/raw/policy=union/c")).isFalse();
    assertThat(files.list("s/raw")).isEmpty();
  }

  @Test
  void what_is_not_there_is_said_so() throws Exception {
    LakeFiles files = files("missing");
    assertThat(files.list("nowhere")).isEmpty();
    assertThatThrownBy(() -> text(files, "nowhere/file")).isInstanceOf(NoSuchFileException.class);
  }

  @Test
  void a_name_that_is_taken_keeps_its_content() throws Exception {
    LakeFiles files = files("taken");
    assertThat(files.createIfAbsent("s/seal", bytes("one"))).isTrue();
    assertThat(files.createIfAbsent("s/seal", bytes("one"))).isFalse();
    assertThat(files.createIfAbsent("s/seal", bytes("two"))).isFalse();
    assertThat(text(files, "s/seal")).isEqualTo("one");
    assertThat(files.list("s")).hasSize(1);
  }

  @Test
  void of_many_that_create_one_name_one_wins_and_its_content_stands() throws Exception {
    LakeFiles files = files("race");
    for (int round = 0; round < 5; round++) {
      String path = "s/seal-" + round;
      List<Integer> winners = new ArrayList<>();
      for (Future<Boolean> rival : race(files, path)) {
        winners.add(rival.get() ? 1 : 0);
      }
      assertThat(winners).as("winners").containsOnlyOnce(1);
      assertThat(text(files, path)).isEqualTo("rival " + winners.indexOf(1));
    }
    assertThat(files.list("s")).hasSize(5);
  }

  private static List<Future<Boolean>> race(LakeFiles files, String path) throws Exception {
    ExecutorService threads = Executors.newFixedThreadPool(RIVALS);
    try {
      List<Callable<Boolean>> rivals = new ArrayList<>();
      for (int i = 0; i < RIVALS; i++) {
        byte[] content = bytes("rival " + i);
        rivals.add(() -> files.createIfAbsent(path, content));
      }
      return threads.invokeAll(rivals);
    } finally {
      threads.shutdown();
    }
  }

  @Test
  void a_copy_in_another_process_reads_and_writes_the_same() throws Exception {
    LakeFiles files = files("copy");
    write(files, "s/a", "here");
    ByteArrayOutputStream travelled = new ByteArrayOutputStream();
    try (ObjectOutputStream out = new ObjectOutputStream(travelled)) {
      out.writeObject(files);
    }
    LakeFiles copy;
    try (ObjectInputStream in =
        new ObjectInputStream(new ByteArrayInputStream(travelled.toByteArray()))) {
      copy = (LakeFiles) in.readObject();
    }
    assertThat(text(copy, "s/a")).isEqualTo("here");
    assertThat(copy.createIfAbsent("s/a", bytes("there"))).isFalse();
    assertThat(copy.uri("s")).isEqualTo(files.uri("s"));
  }

  @Test
  void a_table_file_is_read_back_row_by_row() throws Exception {
    LakeFiles files = files("table");
    TableContract contract = TableContracts.RAW_OWNERS;
    DataFile written;
    try (TableFileWriter writer =
        new TableFileWriter(files, "s/raw/owners", "part-00000.parquet", contract)) {
      for (int i = 0; i < 1_000; i++) {
        writer.write(
            new ObjectCells("owner-" + i, "person", null, null, "found", 200, (long) i, null));
      }
      written = writer.finish();
    }
    assertThat(files.list("s/raw/owners"))
        .containsExactly(new LakeFiles.Entry(written.name(), false, written.bytes()));
    try (TableFileReader reader =
        new TableFileReader(files, "s/raw/owners/" + written.name(), contract)) {
      int rows = 0;
      for (Object[] read = reader.next(); read != null; read = reader.next()) {
        assertThat(read[0]).isEqualTo("owner-" + rows++);
      }
      assertThat(rows).isEqualTo(1_000);
    }
  }
}
