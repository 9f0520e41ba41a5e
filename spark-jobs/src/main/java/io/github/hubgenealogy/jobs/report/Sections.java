package io.github.hubgenealogy.jobs.report;

import io.github.hubgenealogy.jobs.tables.Columns;
import io.github.hubgenealogy.lake.contract.Column;
import io.github.hubgenealogy.lake.contract.TableContract;
import io.github.hubgenealogy.lake.contract.TableContracts;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The parts of the report in their order, and what is said at the head of each. */
final class Sections {
  private final Statistics statistics;
  private final Statistics before;
  private final Captions captions;
  private final Tables tables;
  private final TailTables tails;
  private final Charts charts = new Charts();

  /**
   * Prepares.
   *
   * @param before the predecessor's figures, or null
   * @param source snapshot and origin, as each caption names them
   * @param top rows of the lists of models
   */
  Sections(Statistics statistics, Statistics before, String source, int top) {
    this.statistics = statistics;
    this.before = before;
    this.captions = new Captions(statistics, source);
    this.tables = new Tables(statistics, captions, top);
    this.tails = new TailTables(statistics, captions);
  }

  List<Section> all() {
    GrowthPlots growth = new GrowthPlots(statistics, captions, charts);
    return Stream.of(
            overview(),
            new Section(
                "growth",
                "Growth",
                "Models that are listed today, by the month in which they were made: what has been deleted since is not in it.",
                List.of(growth.growth()),
                List.of()),
            shape(),
            families(),
            relations(),
            drift(),
            agreement(),
            undeclared(growth.undeclared()),
            completeness(),
            changes())
        .filter(Objects::nonNull)
        .toList();
  }

  private Section overview() {
    return new Section(
        "overview",
        "Overview",
        "A figure about the genealogy is a figure about what was counted as descent. Each policy is one answer: which sources are"
            + " believed, which relations count, whether a parent that is gone is a model. The picture shows how much of a"
            + " headline is that choice.",
        List.of(SpecificationPlot.of(statistics, captions, charts)),
        List.of(tables.headline(), tables.everyPolicy()));
  }

  private Section shape() {
    return new Section(
        "shape",
        "Shape",
        "Most models stand alone; a few carry thousands. How large components are, how long chains grow, how children are shared out,"
            + " and what distribution the largest of them follow.",
        new ShapePlots(statistics, captions, charts).all(),
        List.of(
            tails.tails(),
            tails.rivals(),
            tables.concentration(),
            tables.topModels("longest_chain"),
            tables.topModels("longest_chain_of_two_owners")));
  }

  private Section families() {
    Plot picture = FamilyPictures.of(statistics, captions, charts);
    return new Section(
        "families",
        "Families",
        "Whose descendants are most: at any distance, directly, and without any other parent (as the 2025 study counts).",
        picture == null ? List.of() : List.of(picture),
        List.of(
            tables.topModels("descendants"),
            tables.topModels("children"),
            tables.topModels("fan_out_single_parent"),
            tables.topModels("component_size"),
            tables.topDatasets()));
  }

  private Section relations() {
    RelationPlots plots = new RelationPlots(statistics, captions, charts);
    return new Section(
        "relations",
        "Relations",
        "How a child is made of its parent, what is made of what, and how often by somebody else.",
        List.of(plots.relations(), plots.transitions()),
        List.of(
            tables.byRelation(),
            tables.keyed(
                "paths",
                "The commonest paths of relations",
                "derived_models",
                "relation_path",
                List.of("relations from the root on", "derived models")),
            tables.keyed(
                "by-task",
                "Edges by the child's task",
                "edges",
                "by_task",
                List.of("task", "edges")),
            tables.keyed(
                "by-library",
                "Edges by the child's library",
                "edges",
                "by_library",
                List.of("library", "edges"))));
  }

  private Section drift() {
    return new Section(
        "drift",
        "Drift",
        "What children keep of their parents' licence, language, task and library. Traits are as of this snapshot, not as of the day"
            + " on which the child was made: a parent may have changed its own since.",
        List.of(new RelationPlots(statistics, captions, charts).drift()),
        List.of(
            tables.keyed(
                "license-steps",
                "From the parent's licence to the child's",
                "edges_with_license_groups",
                "license_step",
                List.of("from and to", "edges"))));
  }

  /** How far the sources of lineage agree, where that was compared. */
  private Section agreement() {
    Optional<TableContract> contract = agreementTable();
    List<List<Object>> rows = new ArrayList<>();
    List<Column> shown = new ArrayList<>();
    if (contract.isPresent()) {
      // Examples make a row as tall as ten: they are in the table itself.
      List<Column> columns = contract.get().columns();
      columns.stream().filter(c -> !c.name().equals(Columns.EXAMPLES)).forEach(shown::add);
      statistics
          .rows(contract.get())
          .forEach(
              row -> rows.add(shown.stream().map(c -> joined(row[columns.indexOf(c)])).toList()));
    }
    if (rows.isEmpty()) {
      return null;
    }
    return new Section(
        "agreement",
        "Agreement of sources",
        "The card, the Hub's own list, tags, configurations and prose do not always name the same parents."
            + " The Hub derives tags and baseModels from the card, so that their agreement with it is"
            + " mechanics, not validation; only the configuration and the prose are nearly independent.",
        List.of(),
        List.of(
            new ReportTable(
                "agreement",
                "How far the sources agree",
                captions.all("edges of each pair of sources"),
                shown.stream().map(Column::name).map(Sections::words).toList(),
                rows)));
  }

  static Optional<TableContract> agreementTable() {
    return TableContracts.all().stream()
        .filter(table -> table.name().equals("source_agreement"))
        .findFirst();
  }

  /** Examples stand in one cell. */
  private static Object joined(Object value) {
    if (value == null) {
      return "";
    }
    return value instanceof List<?> several
        ? several.stream().map(String::valueOf).collect(Collectors.joining("; "))
        : value;
  }

  private static String words(String column) {
    return column.replace('_', ' ');
  }

  private static Section undeclared(Plot plot) {
    return plot == null
        ? null
        : new Section(
            "undeclared",
            "Undeclared lineage",
            "Models whose card names a parent in its prose and nowhere else: how much of the genealogy nobody declares.",
            List.of(plot),
            List.of());
  }

  private Section completeness() {
    return new Section(
        "completeness",
        "Completeness",
        "What was asked for and what became of it: a claim that leads nowhere is counted by its reason, a card that cannot be read by"
            + " its fault.",
        List.of(),
        List.of(tables.completeness()));
  }

  private Section changes() {
    return before == null
        ? null
        : new Section(
            "changes",
            "What changed",
            "Against the published snapshot before this one, which the manifest names. A definition that changed in between shows in"
                + " the changelog of definitions.",
            List.of(),
            List.of(tables.changes(before)));
  }
}
