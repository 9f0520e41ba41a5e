package io.github.hubgenealogy.explorer.web.export;

import io.github.hubgenealogy.explorer.genealogy.Edge;
import io.github.hubgenealogy.explorer.genealogy.Member;
import io.github.hubgenealogy.explorer.web.Columns;
import io.github.hubgenealogy.explorer.web.Json;
import io.github.hubgenealogy.explorer.web.api.Lineage;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;

/**
 * A lineage as one table: a row for each model and edge that leads from it to a parent, so that the
 * edges are its rows and no model without a parent is lost.
 */
public final class CsvExport {
  private static final List<String> COLUMNS =
      List.of(
          Columns.SNAPSHOT,
          Columns.ORIGIN,
          Columns.SIDE,
          Columns.DISTANCE,
          Columns.MODEL_ID,
          Columns.PARENT_ID,
          Columns.RELATION,
          Columns.RELATION_BASIS,
          Columns.SOURCES,
          Columns.POLICIES,
          Columns.WARNING_SIGNS,
          Columns.OWNER,
          Columns.PRESENCE,
          Columns.CREATED_AT,
          Columns.DOWNLOADS_30D,
          Columns.LIKES,
          Columns.PIPELINE_TAG,
          Columns.LICENSES,
          Columns.N_CHILDREN,
          Columns.N_DESCENDANTS);

  private CsvExport() {}

  /** The file's text. */
  public static String of(Lineage lineage) {
    CsvText csv = new CsvText().row(COLUMNS);
    for (Relatives.Relative relative : Relatives.of(lineage)) {
      List<Edge> edges =
          lineage.edges().stream()
              .filter(edge -> edge.child().equals(relative.model().id()))
              .toList();
      for (Edge edge : edges) {
        csv.row(row(lineage, relative, edgeCells(edge)));
      }
      if (edges.isEmpty()) {
        csv.row(row(lineage, relative, Collections.nCopies(6, null)));
      }
    }
    return csv.toString();
  }

  private static List<Object> edgeCells(Edge edge) {
    return Arrays.asList(
        edge.parent(),
        edge.relation().word(),
        edge.basis(),
        edge.sources(),
        edge.policies(),
        edge.warnings().stream().map(Json::word).sorted().toList());
  }

  private static List<?> row(Lineage lineage, Relatives.Relative relative, List<?> edge) {
    Member model = relative.model();
    List<Object> before =
        Arrays.asList(
            lineage.snapshot().id(),
            lineage.snapshot().origin(),
            relative.side(),
            relative.distance(),
            model.id());
    List<Object> after =
        Arrays.asList(
            model.owner(),
            model.presence().word(),
            model.createdAt(),
            model.downloads(),
            model.likes(),
            model.task(),
            model.licences(),
            model.children(),
            model.descendants());
    List<Object> cells = new ArrayList<>(before);
    cells.addAll(edge);
    cells.addAll(after);
    return cells;
  }
}
