package io.github.hubgenealogy.lake.store;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.hubgenealogy.lake.command.Fault;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

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
    List<Artefacts> artefacts) {

  /** The form that this code writes and the latest it reads. */
  public static final int VERSION = 1;

  /** One table of the snapshot. */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  public record Table(
      String table,
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
