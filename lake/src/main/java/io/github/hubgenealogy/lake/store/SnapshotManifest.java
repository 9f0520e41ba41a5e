package io.github.hubgenealogy.lake.store;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.hubgenealogy.lake.command.Fault;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * What {@code manifest.json} says: a snapshot is public, immutable and complete when it is there.
 *
 * @param manifestVersion the form of this file; a reader refuses a later one
 * @param origin hub, import, corpus or simulated
 * @param predecessor the published snapshot before this one, or null
 * @param commit of the code that built it
 * @param versions of Java, Spark and this project
 * @param configuration the settings of the build
 * @param crawl of each raw table, what its seal says of how it came about
 * @param rejects how many claims gave no edge, by reason, and cards that could not be read, by
 *     status
 * @param tables every table with its files
 * @param artefacts every other file, in its folder
 * @param checksum SHA-256 of this file with nothing between this value's quotes
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record SnapshotManifest(
    int manifestVersion,
    String snapshot,
    String origin,
    String predecessor,
    String commit,
    Map<String, String> versions,
    Object configuration,
    Map<String, Map<String, Object>> crawl,
    Map<String, Long> rejects,
    List<Table> tables,
    List<Artefacts> artefacts,
    String checksum) {

  /**
   * The fact of a folder whose files have other bytes in each build: a checksum of what they hold.
   */
  public static final String CONTENT = "contentSha256";

  /** The form that this code writes and the latest it reads. */
  public static final int VERSION = 1;

  /** At the file's end, where nothing that a crawl or a card says can imitate it. */
  private static final Pattern CHECKSUM =
      Pattern.compile("\"checksum\" : \"([0-9a-f]{64})\"\\s*}\\s*$");

  /**
   * One table of the snapshot.
   *
   * @param snapshot the snapshot that holds its files, where that is another: a revision's raw
   *     tables are those of the snapshot that it revises; null where they lie in this one
   */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  public record Table(
      String table,
      String snapshot,
      String path,
      int schemaVersion,
      String fingerprint,
      long rows,
      Map<String, Object> facts,
      List<DataFile> files) {}

  /**
   * One folder of files that are no table.
   *
   * @param facts what it certifies, or null
   */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  public record Artefacts(
      String path, String fingerprint, Map<String, Object> facts, List<DataFile> files) {}

  public SnapshotManifest {
    versions = new TreeMap<>(versions);
    rejects = new TreeMap<>(rejects);
    crawl = new TreeMap<>(crawl);
    tables = List.copyOf(tables);
    artefacts = List.copyOf(artefacts);
  }

  /** The bytes of the file, the checksum filled in. */
  public byte[] bytes() {
    byte[] open = Snapshot.json(withChecksum(""));
    return Snapshot.json(withChecksum(sha256(open)));
  }

  /**
   * The part that two builds of the same raw tables have in common, as bytes: the files of a folder
   * that says what they hold ({@link #CONTENT}) are left out, since what writes them gives other
   * bytes each time.
   */
  public byte[] comparable() {
    List<Artefacts> same =
        artefacts.stream()
            .map(
                folder ->
                    folder.facts() != null && folder.facts().containsKey(CONTENT)
                        ? new Artefacts(
                            folder.path(), folder.fingerprint(), folder.facts(), List.of())
                        : folder)
            .toList();
    return Snapshot.json(with(same, ""));
  }

  /** What all files that it lists take. */
  public long bytesOfFiles() {
    return Stream.concat(
            tables.stream().map(Table::files), artefacts.stream().map(Artefacts::files))
        .flatMap(List::stream)
        .mapToLong(DataFile::bytes)
        .sum();
  }

  private SnapshotManifest withChecksum(String sum) {
    return with(artefacts, sum);
  }

  private SnapshotManifest with(List<Artefacts> others, String sum) {
    return new SnapshotManifest(
        manifestVersion,
        snapshot,
        origin,
        predecessor,
        commit,
        versions,
        configuration,
        crawl,
        rejects,
        tables,
        others,
        sum);
  }

  /** Whether a manifest's bytes are as they were written, by its own checksum. */
  public static boolean isIntact(byte[] file) {
    String text = new String(file, StandardCharsets.UTF_8);
    Matcher sum = CHECKSUM.matcher(text);
    if (!sum.find()) {
      return false;
    }
    String open = text.substring(0, sum.start(1)) + text.substring(sum.end(1));
    return sha256(open.getBytes(StandardCharsets.UTF_8)).equals(sum.group(1))
        && Arrays.equals(text.getBytes(StandardCharsets.UTF_8), file);
  }

  static String sha256(byte[] bytes) {
    try {
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException(impossible);
    }
  }

  /** SHA-256 of a published snapshot's manifest file: it stands for all of the snapshot. */
  public static String checksumOf(Snapshot snapshot) throws IOException {
    try (InputStream file = snapshot.files().read(snapshot.path(Snapshot.MANIFEST))) {
      return sha256(file.readAllBytes());
    }
  }

  /** Reads the manifest of a published snapshot. */
  public static SnapshotManifest read(Snapshot snapshot) throws IOException {
    String path = snapshot.path(Snapshot.MANIFEST);
    ObjectMapper json = new ObjectMapper();
    try (InputStream file = snapshot.files().read(path)) {
      var tree = json.readTree(file);
      int version = tree.path("manifestVersion").asInt(0);
      if (version < 1 || version > VERSION) {
        throw Fault.badInput(
            "the manifest is of version " + version + ", this build reads up to " + VERSION,
            snapshot.files().uri(path),
            "Use a newer build.");
      }
      return json.treeToValue(tree, SnapshotManifest.class);
    } catch (JsonProcessingException broken) {
      throw Fault.badInput(
          "the manifest cannot be read", snapshot.files().uri(path), "Restore it from a copy.");
    }
  }
}
