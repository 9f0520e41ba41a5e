package io.github.hubgenealogy.jobs.publish;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.hubgenealogy.jobs.pipeline.JobsSettings;
import io.github.hubgenealogy.lake.contract.TableContracts;
import io.github.hubgenealogy.lake.store.Lake;
import io.github.hubgenealogy.lake.store.Snapshot;
import io.github.hubgenealogy.lake.store.SnapshotManifest;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class CroissantTest {
  private static final Path SAMPLES = Path.of(System.getProperty("hubgen.home"), "data", "sample");
  private static final String VALIDATE =
      """
      import sys, mlcroissant
      issues = mlcroissant.Dataset(sys.argv[1]).metadata.ctx.issues
      print(len(issues.errors), 'errors', len(issues.warnings), 'warnings')
      """;

  @TempDir private Path folder;

  private static SnapshotManifest manifest() throws Exception {
    return SnapshotManifest.read(Lake.at(SAMPLES.toString()).snapshot("sample"));
  }

  private static byte[] description() throws Exception {
    SnapshotManifest manifest = manifest();
    return Snapshot.json(
        new Croissant(manifest, JobsSettings.defaults().publication(), SnapshotDates.of(manifest))
            .description());
  }

  @Test
  void every_file_has_its_checksum_and_every_column_its_field() throws Exception {
    JsonNode json = new ObjectMapper().readTree(description());
    Map<String, String> sums = new HashMap<>();
    json.get("distribution")
        .forEach(
            each -> {
              if (each.get("@type").asText().equals("cr:FileObject")) {
                sums.put(each.get("contentUrl").asText(), each.get("sha256").asText());
              }
            });
    Map<String, String> listed = new HashMap<>();
    manifest()
        .tables()
        .forEach(
            table ->
                table
                    .files()
                    .forEach(file -> listed.put(table.path() + "/" + file.name(), file.sha256())));
    assertThat(sums).isEqualTo(listed);

    List<String> fields = new ArrayList<>();
    json.get("recordSet")
        .forEach(set -> set.get("field").forEach(field -> fields.add(field.get("@id").asText())));
    List<String> written = manifest().tables().stream().map(SnapshotManifest.Table::table).toList();
    List<String> columns = new ArrayList<>();
    TableContracts.ofSnapshots().stream()
        .filter(table -> written.contains(table.name()))
        .forEach(
            table ->
                table.columns().forEach(column -> columns.add(table.name() + "/" + column.name())));
    assertThat(fields).hasSizeGreaterThan(150).containsExactlyInAnyOrderElementsOf(columns);
  }

  @Test
  void what_is_simulated_says_so_in_its_description() throws Exception {
    JsonNode json = new ObjectMapper().readTree(description());
    assertThat(json.get("description").asText()).startsWith("SIMULATED");
    assertThat(json.get("rai:dataCollection").asText()).contains("simulator");
  }

  @Test
  void a_dated_snapshot_has_its_date_as_version() throws Exception {
    SnapshotManifest sample = manifest();
    assertThat(SnapshotDates.of(sample).version()).isEqualTo("0.0.0");
    assertThat(SnapshotDates.of(named(sample, "2026-07-04")).version()).isEqualTo("2026.7.4");
    assertThat(SnapshotDates.of(named(sample, "2026-11-24.r2")).version())
        .isEqualTo("2026.11.24-r2");
  }

  private static SnapshotManifest named(SnapshotManifest like, String id) {
    return new SnapshotManifest(
        like.manifestVersion(),
        id,
        like.origin(),
        like.predecessor(),
        like.commit(),
        like.versions(),
        like.configuration(),
        like.crawl(),
        like.rejects(),
        like.tables(),
        like.artefacts(),
        null);
  }

  /**
   * The validator of mlcommons/croissant, where MLCROISSANT names what Python's path must hold to
   * import it.
   */
  @Test
  void the_validator_of_mlcommons_finds_neither_errors_nor_warnings() throws Exception {
    String path = System.getenv("MLCROISSANT");
    assumeThat(path).as("MLCROISSANT names mlcroissant's sources").isNotNull();
    Path file = Files.write(folder.resolve("croissant.json"), description());
    ProcessBuilder python =
        new ProcessBuilder(
            System.getenv().getOrDefault("PYTHON", "python3"), "-c", VALIDATE, file.toString());
    python.environment().put("PYTHONPATH", path);
    Process running = python.redirectErrorStream(true).start();
    String said =
        new String(running.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();
    assertThat(running.waitFor()).as(said).isZero();
    assertThat(said).endsWith("0 errors 0 warnings").doesNotContain("WARNING");
  }
}
