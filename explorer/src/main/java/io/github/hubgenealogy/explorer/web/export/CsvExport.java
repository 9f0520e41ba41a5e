package io.github.hubgenealogy.explorer.web.export;

import io.github.hubgenealogy.explorer.filing.CsvLines;
import io.github.hubgenealogy.explorer.genealogy.Edge;
import io.github.hubgenealogy.explorer.genealogy.Member;
import io.github.hubgenealogy.explorer.web.Columns;
import io.github.hubgenealogy.explorer.web.Json;
import io.github.hubgenealogy.explorer.web.api.Lineage;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.stream.Collectors;

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

  private static final String LIST = "; ";

  private CsvExport() {}

  /** The file's text. */
  public static String of(Lineage lineage) {
    StringWriter text = new StringWriter();
    try {
      write(lineage, new CsvLines(text));
    } catch (IOException impossible) {
      throw new UncheckedIOException(impossible);
    }
    return text.toString();
  }

  private static void write(Lineage lineage, CsvLines csv) throws IOException {
    csv.line(COLUMNS);
    for (Relatives.Relative relative : Relatives.of(lineage)) {
      List<Edge> edges =
          lineage.edges().stream()
              .filter(edge -> edge.child().equals(relative.model().id()))
              .toList();
      for (Edge edge : edges) {
        csv.line(row(lineage, relative, edgeCells(edge)));
      }
      if (edges.isEmpty()) {
        csv.line(row(lineage, relative, Collections.nCopies(6, null)));
      }
    }
  }

  private static List<Object> edgeCells(Edge edge) {
    return Arrays.asList(
        edge.parent(),
        edge.relation().word(),
        edge.basis(),
        String.join(LIST, edge.sources()),
        String.join(LIST, edge.policies()),
        edge.warnings().stream().map(Json::word).sorted().collect(Collectors.joining(LIST)));
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
            String.join(LIST, model.licences()),
            model.children(),
            model.descendants());
    List<Object> cells = new ArrayList<>(before);
    cells.addAll(edge);
    cells.addAll(after);
    return cells;
  }
}
