package io.github.hubgenealogy.lake.store;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import io.github.hubgenealogy.lake.command.Fault;
import io.github.hubgenealogy.lake.contract.TableContract;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * One snapshot of a lake: where its tables lie, which of them exist, and whether it is published. A
 * revision ({@code <id>.r2}, {@code <id>.r3}, …) has the raw tables of the snapshot that it
 * revises: they lie there, and are never written through it.
 */
public final class Snapshot {
  /** The name of the file that publishes a snapshot. */
  public static final String MANIFEST = "manifest.json";

  private static final String RAW = "raw/";

  /** No slash: what only lies inside a snapshot, or tells two apart, is no revision. */
  private static final Pattern REVISION = Pattern.compile("([^/]+)\\.r([2-9]|[1-9]\\d{1,5})");

  private static final ObjectMapper JSON =
      new ObjectMapper()
          .enable(SerializationFeature.INDENT_OUTPUT)
          .enable(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS);

  private final LakeFiles files;
  private final String id;

  Snapshot(LakeFiles files, String id) {
    this.files = files;
    this.id = id;
  }

  public LakeFiles files() {
    return files;
  }

  public String id() {
    return id;
  }

  /** The snapshot that this one is a revision of; empty where it is none. */
  public Optional<Snapshot> revised() {
    Matcher revision = REVISION.matcher(id);
    return revision.matches()
        ? Optional.of(new Snapshot(files, revision.group(1)))
        : Optional.empty();
  }

  /** The first version of a snapshot is 1, its revisions follow. */
  int version() {
    Matcher revision = REVISION.matcher(id);
    return revision.matches() ? Integer.parseInt(revision.group(2)) : 1;
  }

  /** Where a folder of this snapshot lies: of a revision, what is raw lies elsewhere. */
  private Snapshot home(String folder) {
    return folder.startsWith(RAW) ? revised().map(base -> base.home(folder)).orElse(this) : this;
  }

  /**
   * Where a file of this snapshot lies, relative to the lake: as {@link #path}, but for what a
   * revision has from the snapshot that it revises.
   */
  public String locate(String inside) {
    return home(inside).path(inside);
  }

  /** The snapshot that holds a table's files: this one, or for what is raw the one revised. */
  public Snapshot home(TableContract table) {
    return home(table.path());
  }

  /** A path in this snapshot, relative to the lake. */
  public String path(String inside) {
    return id + "/" + inside;
  }

  /** A folder of this snapshot laid out like a snapshot, for what is only compared with it. */
  public Snapshot inside(String folder) {
    return new Snapshot(files, path(folder));
  }

  /** A table's folder, relative to the lake. */
  public String folder(TableContract table) {
    return locate(table.path());
  }

  public boolean isPublished() throws IOException {
    return files.exists(path(MANIFEST));
  }

  /** A table's seal, if the table exists. */
  public Optional<TableSeal> seal(TableContract table) throws IOException {
    return seal(table.path());
  }

  /** The seal of a folder of this snapshot, if there is one. */
  public Optional<TableSeal> seal(String folder) throws IOException {
    String path = locate(folder) + "/" + TableSeal.FILE;
    if (!files.exists(path)) {
      return Optional.empty();
    }
    try (InputStream file = files.read(path)) {
      return Optional.of(JSON.readValue(file, TableSeal.class));
    } catch (JsonProcessingException broken) {
      throw Fault.badInput(
          "a table's seal cannot be read",
          files.uri(path),
          "Delete the table's folder and run the step again.");
    }
  }

  /** A table's seal. */
  public TableSeal requireSeal(TableContract table) throws IOException {
    return seal(table)
        .orElseThrow(
            () ->
                Fault.badInput(
                    "snapshot " + id + " has no table " + table.name(),
                    files.uri(folder(table)),
                    "Run the step that writes it: " + table.stage() + "."));
  }

  /** Seals a table: from now on it exists. */
  public void create(TableContract table, TableSeal seal) throws IOException {
    create(table.path(), seal);
  }

  /** Seals a folder of this snapshot. */
  public void create(String folder, TableSeal seal) throws IOException {
    requireOwn(folder);
    String path = path(folder) + "/" + TableSeal.FILE;
    if (!files.createIfAbsent(path, json(seal))) {
      throw Fault.badInput(
          "another run has written " + folder,
          files.uri(path),
          "Run the command again; it will use that table.");
    }
  }

  /** Writes a small file that is no table, and tells its size and checksum. */
  public DataFile write(String inside, byte[] content) throws IOException {
    try (OutputStream file = files.write(path(inside))) {
      file.write(content);
    }
    return new DataFile(inside, 0, content.length, SnapshotManifest.sha256(content));
  }

  /** Removes a table, its seal first, so that a kill between leaves garbage and no half table. */
  public void drop(TableContract table) throws IOException {
    drop(table.path());
  }

  /** Removes a folder of this snapshot, its seal first. */
  public void drop(String folder) throws IOException {
    requireOwn(folder);
    if (isPublished()) {
      throw Fault.badInput(
          "snapshot " + id + " is published and never changes",
          files.uri(path(MANIFEST)),
          "Write another with --snapshot.");
    }
    files.delete(path(folder) + "/" + TableSeal.FILE);
    files.delete(path(folder));
  }

  private void requireOwn(String folder) {
    if (home(folder) != this) {
      throw Fault.badInput(
          "snapshot " + id + " is a revision and has the raw tables of " + home(folder).id(),
          files.uri(path(folder)),
          "Write them into another snapshot, named by a date.");
    }
  }

  /** The lake paths of a table's files, in the order of their rows. */
  public List<String> dataPaths(TableContract table) throws IOException {
    String folder = folder(table);
    return requireSeal(table).files().stream().map(file -> folder + "/" + file.name()).toList();
  }

  /**
   * An object as every JSON file of the lake is written: indented, keys of maps sorted, a line feed
   * at the end.
   */
  public static byte[] json(Object value) {
    try {
      byte[] body = JSON.writeValueAsBytes(value);
      byte[] whole = new byte[body.length + 1];
      System.arraycopy(body, 0, whole, 0, body.length);
      whole[body.length] = '\n';
      return whole;
    } catch (JsonProcessingException impossible) {
      throw new IllegalStateException(impossible);
    }
  }
}
