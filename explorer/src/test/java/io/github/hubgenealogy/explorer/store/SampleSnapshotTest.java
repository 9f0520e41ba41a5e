package io.github.hubgenealogy.explorer.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.hubgenealogy.explorer.exposure.Answer;
import io.github.hubgenealogy.explorer.exposure.Exposures;
import io.github.hubgenealogy.explorer.exposure.Shelf;
import io.github.hubgenealogy.explorer.genealogy.Claim;
import io.github.hubgenealogy.explorer.genealogy.Edge;
import io.github.hubgenealogy.explorer.genealogy.ModelSheet;
import io.github.hubgenealogy.lake.command.Fault;
import io.github.hubgenealogy.lake.store.Lake;
import io.github.hubgenealogy.lake.store.Snapshot;
import java.nio.file.FileVisitOption;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/**
 * The committed sample, made by a real crawl and a real build: every model's answers against its
 * Parquet files read by DuckDB directly, without our index.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class SampleSnapshotTest {
  private Path lake;
  private StoredGenealogy genealogy;
  private Connection duck;

  @BeforeAll
  void open(@TempDir Path folder) throws Exception {
    lake = folder;
    Path sample = Path.of(System.getProperty("hubgen.home"), "data", "sample", "sample");
    try (Stream<Path> files = Files.walk(sample, FileVisitOption.FOLLOW_LINKS)) {
      for (Path file : (Iterable<Path>) files::iterator) {
        Path copy = lake.resolve("sample").resolve(sample.relativize(file).toString());
        if (Files.isDirectory(file)) {
          Files.createDirectories(copy);
        } else {
          Files.copy(file, copy);
        }
      }
    }
    genealogy = Explorations.open(Lake.at(lake.toString()), null);
    duck = DriverManager.getConnection("jdbc:duckdb:");
  }

  @AfterAll
  void close() throws Exception {
    genealogy.close();
    duck.close();
  }

  private String table(String name) {
    return "'" + lake.resolve("sample/tables").resolve(name) + "/**/*.parquet'";
  }

  private List<List<String>> rows(String sql, String... parameters) throws SQLException {
    List<List<String>> rows = new ArrayList<>();
    try (PreparedStatement statement = duck.prepareStatement(sql)) {
      for (int i = 0; i < parameters.length; i++) {
        statement.setString(i + 1, parameters[i]);
      }
      try (ResultSet result = statement.executeQuery()) {
        while (result.next()) {
          List<String> row = new ArrayList<>();
          for (int i = 1; i <= result.getMetaData().getColumnCount(); i++) {
            row.add(result.getString(i));
          }
          rows.add(row);
        }
      }
    }
    return rows;
  }

  private List<String> models() throws SQLException {
    return rows("select model_id from " + table("models")).stream().map(row -> row.get(0)).toList();
  }

  /** Generation by generation, in the plainest way there is; the model itself is left out. */
  private static Map<String, Integer> distances(String id, Map<String, List<String>> children) {
    Map<String, Integer> distances = new TreeMap<>();
    distances.put(id, 0);
    List<String> generation = List.of(id);
    for (int distance = 1; !generation.isEmpty(); distance++) {
      List<String> next = new ArrayList<>();
      for (String parent : generation) {
        for (String child : children.getOrDefault(parent, List.of())) {
          if (distances.putIfAbsent(child, distance) == null) {
            next.add(child);
          }
        }
      }
      generation = next;
    }
    distances.remove(id);
    return distances;
  }

  @Test
  void exposure_of_every_model_is_a_walk_over_edges_and_copies() throws Exception {
    Map<String, List<String>> children = new TreeMap<>();
    for (List<String> arc :
        rows(
            "select child_id, parent_id from "
                + table("edges")
                + " where sources <> ['text'] union select child_id, target_id from "
                + table("succession")
                + " where kind = 'duplicated_from'")) {
      children.computeIfAbsent(arc.get(1), none -> new ArrayList<>()).add(arc.get(0));
    }
    Exposures exposures = new Exposures(Shelf.of(List.of(genealogy)));
    int descendants = 0;
    for (String id : models()) {
      Map<String, Integer> expected = distances(id, children);
      Map<String, Integer> found = new TreeMap<>();
      Answer answer = exposures.answer(List.of(id));
      answer.descendants().forEach(each -> found.put(each.model().id(), each.distance()));
      assertThat(found).as(id).isEqualTo(expected);
      descendants += found.size();
    }
    assertThat(descendants).isGreaterThan(30);
  }

  @Test
  void sheets_say_what_the_tables_say() throws Exception {
    for (String id : models()) {
      ModelSheet sheet = genealogy.sheet(id);
      assertThat(
              List.of(
                  String.valueOf(sheet.repoKey()),
                  sheet.model().presence().word(),
                  String.valueOf(sheet.model().downloads()),
                  String.valueOf(sheet.model().likes()),
                  String.valueOf(sheet.model().task()),
                  String.valueOf(sheet.model().library()),
                  String.valueOf(sheet.model().gated()),
                  String.valueOf(sheet.model().parameters()),
                  String.join(", ", sheet.model().licences()),
                  String.join(", ", sheet.tags()),
                  sheet.model().createdAt() == null
                      ? "null"
                      : Long.toString(sheet.model().createdAt().getEpochSecond()),
                  String.valueOf(sheet.lineage() == null ? null : sheet.lineage().descendants())))
          .as(id)
          .isEqualTo(
              rows(
                      "select coalesce(repo_key, 'null'), presence, coalesce(downloads_30d::varchar, 'null'),"
                          + " coalesce(likes::varchar, 'null'), coalesce(pipeline_tag, 'null'),"
                          + " coalesce(library_name, 'null'), coalesce(gated, 'null'),"
                          + " coalesce(parameter_count::varchar, 'null'),"
                          + " coalesce(array_to_string(licenses, ', '), ''),"
                          + " coalesce(array_to_string(tags, ', '), ''),"
                          + " coalesce((epoch_us(created_at) // 1000000)::varchar, 'null'),"
                          + " (select n_descendants from "
                          + table("lineage")
                          + " l where l.model_id = m.model_id and policy = 'union') from "
                          + table("models")
                          + " m where model_id = ?",
                      id)
                  .get(0));
    }
  }

  @Test
  void every_edge_comes_with_its_evidence_and_its_statements() throws Exception {
    List<List<String>> edges =
        rows(
            "select child_id, parent_id, relation, relation_basis, relation_conflict::varchar,"
                + " array_to_string(sources, ','), array_to_string(policies, ','),"
                + " coalesce(inference_rule, 'null') from "
                + table("edges"));
    assertThat(edges).hasSizeGreaterThan(30);
    for (List<String> row : edges) {
      Edge edge =
          genealogy.edges(row.get(0), row.get(1)).stream()
              .filter(each -> !each.relation().word().equals("duplicated_from"))
              .findFirst()
              .orElseThrow();
      assertThat(
              List.of(
                  edge.child(),
                  edge.parent(),
                  edge.relation().word(),
                  edge.basis(),
                  Boolean.toString(edge.conflict()),
                  String.join(",", edge.sources()),
                  String.join(",", edge.policies()),
                  String.valueOf(edge.inferenceRule())))
          .isEqualTo(row);
      assertThat(genealogy.claims(row.get(0), row.get(1)))
          .extracting(Claim::source)
          .containsOnly(edge.sources().toArray(new String[0]));
    }
  }

  @Test
  void the_index_is_made_once_and_lies_beside_the_snapshot() throws Exception {
    Path first = IndexFiles.of(sample());
    long made = Files.getLastModifiedTime(first).toMillis();
    assertThat(IndexFiles.of(sample())).isEqualTo(first);
    assertThat(Files.getLastModifiedTime(first).toMillis()).isEqualTo(made);
    assertThat(first).startsWith(lake.resolve(".index"));
    assertThat(Lake.at(lake.toString()).snapshots()).hasSize(1);
    assertThat(genealogy.snapshot().origin()).isEqualTo("simulated");
    assertThat(genealogy.snapshot().crawlStart()).isNotNull();
    assertThat(genealogy.snapshot().definitions()).isEqualTo("1");
  }

  private Snapshot sample() throws Exception {
    return Lake.at(lake.toString()).forReading("sample");
  }

  @Test
  void a_snapshot_that_is_not_published_or_not_there_is_one_line() throws Exception {
    Files.createDirectories(lake.resolve("half"));
    assertThatThrownBy(() -> Explorations.open(Lake.at(lake.toString()), "half"))
        .isInstanceOf(Fault.class)
        .hasMessageContaining("not published");
    assertThatThrownBy(() -> Explorations.open(Lake.at(lake.toString()), "nowhere"))
        .isInstanceOf(Fault.class)
        .hasMessageContaining("no snapshot 'nowhere'");
    Files.delete(lake.resolve("half"));
  }
}
