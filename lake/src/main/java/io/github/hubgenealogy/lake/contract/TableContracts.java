package io.github.hubgenealogy.lake.contract;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * The contracts of all tables, in the order in which data flows. They are read from the jar, where
 * the build puts the files of {@code conf/tables}, so that every module and every worker of a
 * cluster sees the same.
 */
public final class TableContracts {
  private static final ObjectMapper JSON = new ObjectMapper();

  public static final TableContract RAW_MODELS = load("raw_models");
  public static final TableContract RAW_DATASETS = load("raw_datasets");
  public static final TableContract RAW_CARDS = load("raw_cards");
  public static final TableContract RAW_REDIRECTS = load("raw_redirects");
  public static final TableContract RAW_OWNERS = load("raw_owners");
  public static final TableContract RAW_CHILDREN = load("raw_children");
  public static final TableContract CARDS = load("cards");
  public static final TableContract MODELS = load("models");
  public static final TableContract ALIASES = load("aliases");
  public static final TableContract CLAIMS = load("claims");
  public static final TableContract EDGES = load("edges");
  public static final TableContract SUCCESSION = load("succession");
  public static final TableContract DATASETS = load("datasets");
  public static final TableContract DATASET_EDGES = load("dataset_edges");
  public static final TableContract LINEAGE = load("lineage");
  public static final TableContract ANCESTRY = load("ancestry");
  public static final TableContract STATISTICS = load("statistics");
  public static final TableContract COMPONENT_SIZES = load("component_sizes");
  public static final TableContract DEPTHS = load("depths");
  public static final TableContract FAN_OUT = load("fan_out");
  public static final TableContract TOP_MODELS = load("top_models");
  public static final TableContract COMPLETENESS = load("completeness");
  public static final TableContract GROWTH = load("growth");
  public static final TableContract RELATION_TRANSITIONS = load("relation_transitions");
  public static final TableContract TRAIT_DRIFT = load("trait_drift");
  public static final TableContract CONCENTRATION = load("concentration");
  public static final TableContract TAILS = load("tails");
  public static final TableContract FAMILIES = load("families");
  public static final TableContract TOP_DATASETS = load("top_datasets");
  public static final TableContract UNDECLARED = load("undeclared");

  public static final TableContract SOURCE_AGREEMENT = load("source_agreement");

  public static final TableContract DIFF_MODELS = load("diff_models");
  public static final TableContract DIFF_CARDS = load("diff_cards");
  public static final TableContract DIFF_EDGES = load("diff_edges");
  public static final TableContract DIFF_COMPONENTS = load("diff_components");
  public static final TableContract DIFF_STATISTICS = load("diff_statistics");

  public static final TableContract COMPACT_MODELS = load("compact_models");
  public static final TableContract COMPACT_EDGES = load("compact_edges");

  private static final List<TableContract> OF_RELEASES = List.of(COMPACT_MODELS, COMPACT_EDGES);

  private static final List<TableContract> OF_DIFFS =
      List.of(DIFF_MODELS, DIFF_CARDS, DIFF_EDGES, DIFF_COMPONENTS, DIFF_STATISTICS);

  private static final List<TableContract> OF_SNAPSHOTS =
      List.of(
          RAW_MODELS,
          RAW_DATASETS,
          RAW_CARDS,
          RAW_REDIRECTS,
          RAW_OWNERS,
          RAW_CHILDREN,
          CARDS,
          MODELS,
          ALIASES,
          CLAIMS,
          EDGES,
          SUCCESSION,
          DATASETS,
          DATASET_EDGES,
          LINEAGE,
          ANCESTRY,
          STATISTICS,
          COMPONENT_SIZES,
          DEPTHS,
          FAN_OUT,
          TOP_MODELS,
          COMPLETENESS,
          GROWTH,
          RELATION_TRANSITIONS,
          TRAIT_DRIFT,
          CONCENTRATION,
          TAILS,
          FAMILIES,
          TOP_DATASETS,
          UNDECLARED,
          SOURCE_AGREEMENT);

  private TableContracts() {}

  /** Those of snapshots, then those of releases alone, then those of diffs. */
  public static List<TableContract> all() {
    return Stream.concat(ofManifests().stream(), OF_DIFFS.stream()).toList();
  }

  /** The tables that a manifest can list: those of a snapshot, and those of releases alone. */
  public static List<TableContract> ofManifests() {
    return Stream.concat(OF_SNAPSHOTS.stream(), OF_RELEASES.stream()).toList();
  }

  /** The tables that a snapshot can have. */
  public static List<TableContract> ofSnapshots() {
    return OF_SNAPSHOTS;
  }

  /** The tables that tell two snapshots apart. */
  public static List<TableContract> ofDiffs() {
    return OF_DIFFS;
  }

  /** A contract by its table's name; workers look it up rather than receive it. */
  public static TableContract named(String table) {
    return all().stream()
        .filter(contract -> contract.name().equals(table))
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException("no table '" + table + "'"));
  }

  private static TableContract load(String name) {
    try (InputStream file =
        TableContracts.class.getResourceAsStream(
            "/io/github/hubgenealogy/lake/tables/" + name + ".json")) {
      if (file == null) {
        throw new IllegalStateException("the jar lacks the contract of table " + name);
      }
      return read(JSON.readTree(file));
    } catch (IOException unreadable) {
      throw new UncheckedIOException("contract of table " + name, unreadable);
    }
  }

  static TableContract read(JsonNode json) {
    List<Column> columns = new ArrayList<>();
    for (JsonNode field : json.get("schema").get("fields")) {
      JsonNode metadata = field.get("metadata");
      columns.add(
          new Column(
              field.get("name").asText(),
              ColumnType.of(field.get("type")),
              field.get("nullable").asBoolean(),
              metadata.path("description").asText(),
              metadata.path("example").asText(),
              metadata.path("null").asText(),
              Privacy.of(metadata.path("privacy").asText()),
              metadata.path("distinct").asBoolean()));
    }
    return new TableContract(
        json.get("table").asText(),
        json.get("path").asText(),
        json.get("stage").asText(),
        json.get("description").asText(),
        words(json.get("key")),
        words(json.get("sort")),
        json.get("schemaVersion").asInt(),
        json.get("rowsPerFile").asInt(),
        columns,
        json.get("schema").toString());
  }

  private static List<String> words(JsonNode array) {
    List<String> words = new ArrayList<>();
    array.forEach(word -> words.add(word.asText()));
    return words;
  }
}
