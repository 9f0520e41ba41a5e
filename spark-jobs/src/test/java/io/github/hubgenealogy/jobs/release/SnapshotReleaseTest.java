package io.github.hubgenealogy.jobs.release;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.hubgenealogy.jobs.SparkExtension;
import io.github.hubgenealogy.jobs.pipeline.JobsSettings;
import io.github.hubgenealogy.jobs.pipeline.StatisticsSettings;
import io.github.hubgenealogy.jobs.publish.ReleaseMark;
import io.github.hubgenealogy.jobs.tables.SnapshotTables;
import io.github.hubgenealogy.jobs.verify.Findings;
import io.github.hubgenealogy.jobs.verify.Verification;
import io.github.hubgenealogy.lake.contract.ReleasedForms;
import io.github.hubgenealogy.lake.contract.TableContract;
import io.github.hubgenealogy.lake.contract.TableContracts;
import io.github.hubgenealogy.lake.contract.Treatment;
import io.github.hubgenealogy.lake.store.Lake;
import io.github.hubgenealogy.lake.store.Snapshot;
import io.github.hubgenealogy.lake.store.SnapshotManifest;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** A release of the committed sample, looked at by DuckDB rather than by the code that made it. */
@ExtendWith(SparkExtension.class)
final class SnapshotReleaseTest {
  private static final String ORIGINAL =
      Path.of(System.getProperty("hubgen.home"), "data", "sample", "sample").toString();
  private static final ReleaseKey KEY = ReleaseKey.of("0123456789abcdef0123456789abcdef");

  /** The one owner that the list of organisations names. */
  private static final List<String> KEPT = new ArrayList<>();

  @TempDir static Path folder;
  private static Snapshot release;
  private static SnapshotRelease.Outcome outcome;

  @BeforeAll
  static void released(SparkSession spark) throws Exception {
    KEPT.addAll(
        texts(
            "select owner from '%s/tables/models/*.parquet' group by 1 order by count(*) desc, 1 limit 1",
            ORIGINAL));
    Path organisations = folder.resolve("organisations.txt");
    Files.write(organisations, KEPT);
    Snapshot source = Lake.at(Path.of(ORIGINAL).getParent().toString()).snapshot("sample");
    release = Lake.at(folder.resolve("releases").toString()).snapshot("sample");
    outcome =
        new SnapshotRelease(
                new SnapshotRelease.Order(source, release, null, KEY, organisations, null, null, 5),
                new JobsSettings(
                    null,
                    null,
                    null,
                    null,
                    new StatisticsSettings(1, null, null, null, null),
                    null,
                    null))
            .write(spark);
  }

  private static Path path(String inside) {
    return Path.of(release.files().uri(release.path(inside)));
  }

  private static List<List<String>> rows(String sql, Object... values) throws SQLException {
    List<List<String>> rows = new ArrayList<>();
    try (Connection duck = DriverManager.getConnection("jdbc:duckdb:");
        ResultSet found =
            duck.createStatement().executeQuery(String.format(Locale.ROOT, sql, values))) {
      while (found.next()) {
        List<String> row = new ArrayList<>();
        for (int i = 1; i <= found.getMetaData().getColumnCount(); i++) {
          row.add(found.getString(i));
        }
        rows.add(row);
      }
    }
    return rows;
  }

  private static List<String> texts(String sql, Object... values) throws SQLException {
    return rows(sql, values).stream().map(row -> row.get(0)).toList();
  }

  /** Owners and whole ids of the original, wherever it has them, but for the organisation. */
  private static Set<String> names() throws SQLException {
    Set<String> names = new TreeSet<>();
    for (String sql :
        List.of(
            "select owner from '%s/tables/models/*.parquet'",
            "select model_id from '%s/tables/models/*.parquet'",
            "select owner from '%s/tables/datasets/*.parquet'",
            "select dataset_id from '%s/tables/datasets/*.parquet' where dataset_id like '%%/%%'",
            "select split_part(parent_id, '/', 1) from '%s/tables/claims/*.parquet' where resolution <> 'absent'",
            "select old_id from '%s/tables/aliases/*.parquet' where old_id like '%%/%%'")) {
      texts(sql, ORIGINAL).stream().filter(name -> name != null).forEach(names::add);
    }
    names.removeAll(KEPT);
    names.remove("");
    return names;
  }

  private static List<Path> files(String ending) throws Exception {
    try (Stream<Path> all = Files.walk(path(""))) {
      return all.filter(Files::isRegularFile)
          .filter(file -> file.toString().endsWith(ending))
          .sorted()
          .toList();
    }
  }

  @Test
  void no_value_of_any_column_of_any_file_holds_an_owner_or_an_id() throws Exception {
    Set<String> names = names();
    assertThat(names).hasSizeGreaterThan(150);
    List<Path> tables = files(".parquet");
    assertThat(tables).hasSizeGreaterThan(25);
    for (Path file : tables) {
      String all =
          String.join("\n", texts("select to_json(t)::varchar from '%s' t", file))
              .toLowerCase(Locale.ROOT);
      holdsNone(file, all, names);
    }
    List<Path> texts = new ArrayList<>(files(""));
    texts.removeAll(tables);
    assertThat(texts).hasSizeGreaterThan(100);
    for (Path file : texts) {
      String text = Files.readString(file).replace("\\", "").toLowerCase(Locale.ROOT);
      holdsNone(file, text, names);
    }
  }

  private static void holdsNone(Path file, String text, Set<String> names) {
    for (String name : names) {
      // Shorter names are parts of words; the release's own check looks at those as whole values.
      if (name.length() >= 6) {
        assertThat(text.contains(name.toLowerCase(Locale.ROOT)))
            .as(file.getFileName() + " holds " + name)
            .isFalse();
      }
    }
  }

  @Test
  void verify_finds_nothing_and_every_definition_holds_for_the_pseudonyms(SparkSession spark)
      throws Exception {
    Findings findings = Verification.files(release);
    Verification.rules(release, spark, findings);
    assertThat(findings.found()).isEmpty();
    assertThat(findings.held()).anyMatch(what -> what.contains("its id the smallest of them"));
  }

  /** Everything that names and coarse values leave alone is the same. */
  @Test
  void the_graph_is_the_same_under_other_names() throws Exception {
    for (String table :
        List.of(
            "stats/component_sizes",
            "stats/depths",
            "stats/relation_transitions",
            "stats/growth")) {
      String sql = "select * from '%s/" + table + "/*.parquet' order by all";
      assertThat(rows(sql, path(""))).as(table).isEqualTo(rows(sql, ORIGINAL));
    }
    String degrees =
        "select policy, component_size, depth_max, n_parents, n_children, n_ancestors, n_descendants"
            + " from '%s/tables/lineage/**/*.parquet' order by all";
    assertThat(rows(degrees, path(""))).isEqualTo(rows(degrees, ORIGINAL));
    Pseudonyms names = pseudonyms();
    List<List<String>> mapped = new ArrayList<>();
    for (List<String> edge :
        rows("select child_id, parent_id, relation from '%s/tables/edges/*.parquet'", ORIGINAL)) {
      mapped.add(List.of(names.model(edge.get(0)), names.model(edge.get(1)), edge.get(2)));
    }
    assertThat(
            rows("select child_id, parent_id, relation from '%s/tables/edges/*.parquet'", path("")))
        .containsExactlyInAnyOrderElementsOf(mapped);
  }

  private static Pseudonyms pseudonyms() throws Exception {
    Set<String> kept = Set.of(KEPT.get(0).toLowerCase(Locale.ROOT));
    return new Pseudonyms(KEY, "sample", kept, Tombstones.of(Lake.at(folder.toString()).files()));
  }

  @Test
  void an_organisation_keeps_its_name_and_no_model_does() throws Exception {
    assertThat(
            texts(
                "select distinct owner from '%s/tables/models/*.parquet' where owner not like 'u-%%'",
                path("")))
        .isEqualTo(KEPT);
    assertThat(texts("select model_id from '%s/tables/models/*.parquet'", path("")))
        .allMatch(id -> id.matches("(u-[0-9a-f]{20}/|" + KEPT.get(0) + "/)?m-[0-9a-f]{20}"));
    assertThat(outcome.organisations()).isEqualTo(1);
  }

  @Test
  void columns_are_those_of_the_released_contracts_and_the_contracts_lie_beside_them()
      throws Exception {
    for (SnapshotManifest.Table table : SnapshotManifest.read(release).tables()) {
      TableContract form = ReleasedForms.of(TableContracts.named(table.table())).orElseThrow();
      String file = path(table.path() + "/" + table.files().get(0).name()).toString();
      assertThat(
              texts(
                  "select name from parquet_schema('%s') where name in (select column_name from (describe select * from '%s'))",
                  file, file))
          .as(table.table())
          .containsAll(form.columns().stream().map(column -> column.name()).toList());
      assertThat(
              texts(
                  "select column_name from (describe select * from read_parquet('%s', hive_partitioning = false))",
                  file))
          .as(table.table())
          .containsExactlyElementsOf(form.columns().stream().map(column -> column.name()).toList());
      assertThat(Files.readString(path("release/contracts/" + table.table() + ".json")))
          .contains("\"leftOut\"");
    }
    assertThat(Files.readString(path("release/contracts/models.json")))
        .contains("\"repo_key\"")
        .contains("Cut to the month");
    assertThat(path("raw")).doesNotExist();
  }

  @Test
  void what_is_simulated_says_so_in_every_file() throws Exception {
    for (Path file : files(".parquet")) {
      assertThat(
              texts(
                  "select decode(value) from parquet_kv_metadata('%s') where decode(key) = 'hub-genealogy.label'",
                  file))
          .as(file.toString())
          .hasSize(1)
          .first()
          .asString()
          .contains("SIMULATED", "not anonymous");
    }
    List<Path> texts = new ArrayList<>(files(""));
    texts.removeAll(files(".parquet"));
    for (Path file : texts) {
      assertThat(Files.readString(file)).as(file.toString()).containsIgnoringCase("simulated");
    }
    assertThat(Files.readString(path("DATASHEET.md")))
        .contains("Pseudonymised personal data, not anonymous data", "## Removal", "Art. 4(5)");
    assertThat(Files.readString(path("report/index.html"))).contains(ReleaseMark.SENTENCE);
    var croissant = new ObjectMapper().readTree(path("croissant.json").toFile());
    assertThat(croissant.get("description").asText()).startsWith(ReleaseMark.SENTENCE);
  }

  @Test
  void the_compact_form_is_the_same_graph() throws Exception {
    assertThat(
            rows(
                "select c.model_id, p.model_id, e.relation from '%1$s/compact/edges/*.parquet' e"
                    + " join '%1$s/compact/models/*.parquet' c on c.node = child_node"
                    + " join '%1$s/compact/models/*.parquet' p on p.node = parent_node order by all",
                path("")))
        .isEqualTo(
            rows(
                "select child_id, parent_id, relation from '%s/tables/edges/*.parquet' order by all",
                path("")));
    assertThat(
            rows(
                "select count(*) from '%s/compact/edges/*.parquet' where policy_bits & 1 = 1",
                path("")))
        .isEqualTo(
            rows(
                "select count(*) from '%s/tables/edges/*.parquet' where list_contains(policies, 'union')",
                path("")));
  }

  /**
   * What was tried: each released column of models, cards and datasets but the id, alone, joined to
   * the original by equal values, and by equal coarse values, which is the best that one can do
   * with it. Of the models with a value, the share that a guess among the matches gets right must
   * not be above what guessing within the classes of the coarse column gives: their number over the
   * rows.
   */
  @Test
  void no_column_but_the_key_leads_back_by_more_than_chance() throws Exception {
    Map<String, Double> tried = new HashMap<>();
    for (TableContract table :
        List.of(TableContracts.MODELS, TableContracts.CARDS, TableContracts.DATASETS)) {
      String id = table.key().get(0);
      Map<String, String> original = originals(table, id);
      for (var column : ReleasedForms.of(table).orElseThrow().columns()) {
        Treatment treatment = ReleasedForms.treatment(table, column).orElseThrow();
        if (treatment == Treatment.PSEUDONYM) {
          continue;
        }
        Map<String, List<String>> byExact = values(ORIGINAL, table, id, column.name());
        Map<String, List<String>> released = values(path("").toString(), table, id, column.name());
        double right = 0;
        long n = 0;
        for (Map.Entry<String, List<String>> each : released.entrySet()) {
          List<String> guesses = byExact.getOrDefault(each.getKey(), List.of());
          for (String pseudonym : each.getValue()) {
            n++;
            right += guesses.contains(original.get(pseudonym)) ? 1.0 / guesses.size() : 0;
          }
        }
        double chance = n == 0 ? 0 : (double) released.size() / n;
        double share = n == 0 ? 0 : right / n;
        tried.put(table.name() + "." + column.name(), share);
        assertThat(share)
            .as(table.name() + "." + column.name() + " of " + released.size() + " classes")
            .isLessThanOrEqualTo(chance + 1e-9);
        assertThat(released.values().stream().mapToInt(List::size).sum()).isEqualTo((int) n);
      }
    }
    assertThat(tried).hasSizeGreaterThan(35);
    assertThat(tried.get("models.downloads_30d")).isCloseTo(0, within(0.2));
  }

  /** All columns together do single out models, and the datasheet says how many. */
  @Test
  void the_datasheet_says_how_many_models_all_columns_single_out() throws Exception {
    String columns =
        String.join(
            ", ",
            ReleasedForms.of(TableContracts.MODELS).orElseThrow().columns().stream()
                .map(column -> column.name())
                .filter(name -> !name.equals("model_id") && !name.equals("owner"))
                .toList());
    List<String> counts =
        rows(
                "select count(*), count(*) filter (where n = 1) from (select count(*) over (partition by "
                    + columns
                    + ") n from '%s/tables/models/*.parquet' where presence = 'listed')",
                path(""))
            .get(0);
    assertThat(Files.readString(path("DATASHEET.md")))
        .contains(
            "of " + counts.get(0) + " listed models " + counts.get(1) + " differ from every other");
  }

  private static Map<String, String> originals(TableContract table, String id) throws Exception {
    Pseudonyms names = pseudonyms();
    Map<String, String> original = new HashMap<>();
    for (String each :
        texts("select " + id + " from '%s/" + table.path() + "/*.parquet'", ORIGINAL)) {
      original.put(
          table.equals(TableContracts.DATASETS) ? names.dataset(each) : names.model(each), each);
    }
    return original;
  }

  /** Ids by the value of a column, written out; nulls tell nothing. */
  private static Map<String, List<String>> values(
      String snapshot, TableContract table, String id, String column) throws SQLException {
    Map<String, List<String>> ids = new HashMap<>();
    for (List<String> row :
        rows(
            "select " + id + ", " + column + "::varchar from '%s/" + table.path() + "/*.parquet'",
            snapshot)) {
      if (row.get(1) != null) {
        ids.computeIfAbsent(row.get(1), value -> new ArrayList<>()).add(row.get(0));
      }
    }
    return ids;
  }

  @Test
  void times_and_counts_are_coarse_and_rare_words_are_gone() throws Exception {
    assertThat(
            rows(
                "select count(*) from '%s/tables/models/*.parquet' where created_at <> date_trunc('month', created_at)"
                    + " or observed_at <> date_trunc('day', observed_at)",
                path("")))
        .isEqualTo(List.of(List.of("0")));
    assertThat(
            texts(
                "select distinct downloads_30d from '%s/tables/models/*.parquet' where downloads_30d is not null",
                path("")))
        .allMatch(count -> count.matches("0|10*"));
    assertThat(
            texts(
                "select count(distinct split_part(model_id, '/', 1)) from '%s/tables/models/*.parquet'"
                    + " where library_name is not null and library_name <> '(rare)' group by library_name",
                path("")))
        .allMatch(owners -> Integer.parseInt(owners) >= 5);
  }

  @Test
  void nothing_of_the_key_is_in_any_file() throws Exception {
    for (Path file : files("")) {
      assertThat(new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1))
          .as(file.toString())
          .doesNotContain("0123456789abcdef0123456789abcdef");
    }
    assertThat(KEY).hasToString("a key");
  }

  @Test
  void tables_of_the_release_are_read_as_any_other(SparkSession spark) throws Exception {
    assertThat(new SnapshotTables(spark, release).read(TableContracts.MODELS).count())
        .isEqualTo(release.requireSeal(TableContracts.MODELS).rows());
  }
}
