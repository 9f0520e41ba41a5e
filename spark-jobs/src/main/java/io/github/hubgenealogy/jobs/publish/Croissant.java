package io.github.hubgenealogy.jobs.publish;

import io.github.hubgenealogy.jobs.pipeline.JobsSettings;
import io.github.hubgenealogy.lake.contract.Column;
import io.github.hubgenealogy.lake.contract.ColumnType;
import io.github.hubgenealogy.lake.contract.Privacy;
import io.github.hubgenealogy.lake.contract.ReleasedForms;
import io.github.hubgenealogy.lake.contract.TableContract;
import io.github.hubgenealogy.lake.contract.TableContracts;
import io.github.hubgenealogy.lake.store.DataFile;
import io.github.hubgenealogy.lake.store.SnapshotManifest;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * A snapshot described for machines: Croissant 1.1 of MLCommons with its RAI fields, one file
 * object with its sha256 a file, one record set a table, one field a column, all from the contracts
 * and the manifest.
 */
public final class Croissant {
  /** Where the description lies in a snapshot. */
  public static final String FILE = "croissant.json";

  private static final String PARQUET = "application/x-parquet";

  private final SnapshotManifest manifest;
  private final JobsSettings.Publication publication;
  private final SnapshotDates dates;

  public Croissant(
      SnapshotManifest manifest, JobsSettings.Publication publication, SnapshotDates dates) {
    this.manifest = manifest;
    this.publication = publication;
    this.dates = dates;
  }

  /** The description, to be written as JSON. */
  public Map<String, Object> description() {
    Map<String, Object> dataset = new LinkedHashMap<>();
    dataset.put("@context", CroissantContext.of());
    dataset.put("@type", "sc:Dataset");
    dataset.put("conformsTo", "http://mlcommons.org/croissant/1.1");
    dataset.put("name", publication.title() + " " + manifest.snapshot());
    dataset.put("description", describe());
    dataset.put("version", dates.version());
    dataset.put("license", publication.license());
    if (!publication.url().isEmpty()) {
      dataset.put("url", publication.url());
    }
    dataset.put("creator", Map.of("@type", "sc:Organization", "name", publication.publisher()));
    dataset.put("citeAs", citation());
    dataset.put("keywords", List.of("model lineage", "open models", "Hugging Face Hub"));
    if (dates.ended() != null) {
      dataset.put("datePublished", dates.ended());
    }
    responsible(dataset);
    dataset.put("distribution", distribution());
    dataset.put(
        "recordSet",
        manifest.tables().stream()
            .filter(table -> contract(table.table()) != null)
            .map(table -> recordSet(form(contract(table.table()))))
            .toList());
    return dataset;
  }

  private String describe() {
    return (ReleaseMark.isRelease(manifest) ? ReleaseMark.SENTENCE + " " : "")
        + DataOrigins.sentence(manifest.origin())
        + " Metadata, cards, claims of parentage, edges, lineage and statistics of the models of the"
        + " Hugging Face Hub, snapshot "
        + manifest.snapshot()
        + ". Tables are Parquet files, sorted by their keys.";
  }

  private String citation() {
    return publication.publisher()
        + ": "
        + publication.title()
        + ", snapshot "
        + manifest.snapshot()
        + ", manifest of build "
        + manifest.commit()
        + "."
        + (publication.url().isEmpty() ? "" : " " + publication.url());
  }

  private void responsible(Map<String, Object> dataset) {
    dataset.put("rai:dataCollection", DataOrigins.collection(manifest.origin()));
    dataset.put("rai:dataCollectionType", List.of("Web API"));
    if (dates.began() != null && dates.ended() != null) {
      dataset.put("rai:dataCollectionTimeFrame", List.of(dates.began(), dates.ended()));
    }
    dataset.put(
        "rai:dataCollectionMissingData",
        List.of(
            "Gated and private repositories, cards that could not be read and parents that are gone:"
                + " each is counted in table completeness, by reason."));
    dataset.put(
        "rai:dataUseCases",
        List.of(
            "Statistics of how open models descend from one another; finding the models that descend"
                + " from a given one."));
    dataset.put(
        "rai:dataLimitations",
        List.of(
            "An edge is what a publisher declares, or what the Hub derives from that; nobody checked"
                + " weights. Undeclared descent is invisible. Only one platform is covered."));
    dataset.put(
        "rai:dataBiases",
        List.of(
            "Only models that are still there are listed: growth is that of survivors. Who fills in"
                + " a card, and with which tool, decides what is seen."));
    dataset.put(
        "rai:personalSensitiveInformation",
        List.of(
            ReleaseMark.isRelease(manifest)
                ? ReleaseMark.SENTENCE
                    + " Names of persons and of repositories are pseudonyms under a key that is not"
                    + " published; names of organisations are not replaced. DATASHEET.md says more."
                : "Owners' names are names of persons in many cases. Columns with personal data are"
                    + " marked as such; these hold identifiers: "
                    + identifiers()
                    + "."));
    dataset.put(
        "rai:dataReleaseMaintenancePlan",
        "Snapshots are immutable; a correction is a new one. Requests for removal go to "
            + (publication.contact().isEmpty() ? "the publisher." : publication.contact()));
  }

  private static String identifiers() {
    return TableContracts.ofSnapshots().stream()
        .flatMap(
            table ->
                table.columns().stream()
                    .filter(column -> column.privacy() == Privacy.IDENTIFIER)
                    .map(column -> table.name() + "." + column.name()))
        .collect(Collectors.joining(", "));
  }

  private List<Object> distribution() {
    List<Object> distribution = new ArrayList<>();
    for (SnapshotManifest.Table table : manifest.tables()) {
      if (contract(table.table()) == null) {
        continue;
      }
      Map<String, Object> set = new LinkedHashMap<>();
      set.put("@type", "cr:FileSet");
      set.put("@id", "files-of-" + table.table());
      set.put("name", "files-of-" + table.table());
      set.put("encodingFormat", PARQUET);
      String folder =
          (table.snapshot() == null ? "" : "../" + table.snapshot() + "/") + table.path();
      set.put("includes", folder + "/**/*.parquet");
      distribution.add(set);
      table.files().forEach(file -> distribution.add(file(folder, file)));
    }
    return distribution;
  }

  private static Map<String, Object> file(String folder, DataFile file) {
    String path = folder + "/" + file.name();
    Map<String, Object> object = new LinkedHashMap<>();
    object.put("@type", "cr:FileObject");
    object.put("@id", path);
    object.put("name", path);
    object.put("contentUrl", path);
    object.put("contentSize", file.bytes() + " B");
    object.put("encodingFormat", PARQUET);
    object.put("sha256", file.sha256());
    return object;
  }

  private static Map<String, Object> recordSet(TableContract table) {
    Map<String, Object> set = new LinkedHashMap<>();
    set.put("@type", "cr:RecordSet");
    set.put("@id", table.name());
    set.put("name", table.name());
    set.put("description", table.description());
    set.put("key", table.key().stream().map(column -> Map.of("@id", id(table, column))).toList());
    set.put("field", table.columns().stream().map(column -> field(table, column)).toList());
    return set;
  }

  private static Map<String, Object> field(TableContract table, Column column) {
    Map<String, Object> field =
        typed(id(table, column.name()), column.type(), source(table, column.name(), null));
    field.put("name", id(table, column.name()));
    field.put(
        "description",
        column.description()
            + (column.nullable() ? " Null: " + column.nullMeaning() + "." : "")
            + " Privacy: "
            + column.privacy().word()
            + ".");
    if (column.type() instanceof ColumnType.StructOf struct) {
      field.put(
          "subField",
          struct.fields().stream()
              .map(
                  part -> {
                    String name = id(table, column.name()) + "/" + part.name();
                    Map<String, Object> sub =
                        typed(name, part.type(), source(table, column.name(), part.name()));
                    sub.put("name", name);
                    return sub;
                  })
              .toList());
    }
    return field;
  }

  private static Map<String, Object> typed(String id, ColumnType type, Map<String, Object> source) {
    Map<String, Object> field = new LinkedHashMap<>();
    field.put("@type", "cr:Field");
    field.put("@id", id);
    ColumnType element = type;
    if (type instanceof ColumnType.ListOf list) {
      field.put("isArray", true);
      field.put("arrayShape", "-1");
      element = list.element();
    }
    if (!(element instanceof ColumnType.StructOf) || type instanceof ColumnType.ListOf) {
      field.put("dataType", dataType(element));
      field.put("source", source);
    }
    return field;
  }

  /** Maps and lists of structs are given as texts, for want of a form of their own. */
  private static String dataType(ColumnType type) {
    if (!(type instanceof ColumnType.Scalar scalar)) {
      return "sc:Text";
    }
    return switch (scalar) {
      case STRING, BINARY -> "sc:Text";
      case BOOLEAN -> "sc:Boolean";
      case INTEGER, LONG -> "sc:Integer";
      case DOUBLE -> "sc:Float";
      case TIMESTAMP -> "sc:DateTime";
    };
  }

  private static Map<String, Object> source(TableContract table, String column, String part) {
    Map<String, Object> source = new LinkedHashMap<>();
    source.put("fileSet", Map.of("@id", "files-of-" + table.name()));
    source.put("extract", Map.of("column", column));
    if (part != null) {
      source.put("transform", Map.of("jsonPath", part));
    }
    return source;
  }

  private static String id(TableContract table, String column) {
    return table.name() + "/" + column;
  }

  /** The contract as this snapshot has it: a release lacks columns. */
  private TableContract form(TableContract contract) {
    return ReleaseMark.isRelease(manifest) ? ReleasedForms.of(contract).orElse(contract) : contract;
  }

  private static TableContract contract(String name) {
    return TableContracts.ofManifests().stream()
        .filter(table -> table.name().equals(name))
        .findFirst()
        .orElse(null);
  }
}
