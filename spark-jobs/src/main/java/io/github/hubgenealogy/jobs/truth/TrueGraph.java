package io.github.hubgenealogy.jobs.truth;

import com.fasterxml.jackson.databind.MappingIterator;
import com.fasterxml.jackson.dataformat.csv.CsvMapper;
import com.fasterxml.jackson.dataformat.csv.CsvSchema;
import io.github.hubgenealogy.lake.command.Fault;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * The genealogy as a simulated Hub knows it: {@code models.csv} (id, presence) and {@code
 * edges.csv} (child, parent, relation).
 *
 * @param listed the models that the list holds
 * @param edges child, parent, relation
 * @param claims what each source says and how it should resolve, by the columns' names
 */
public record TrueGraph(
    TreeSet<String> listed, List<Edge> edges, List<Map<String, String>> claims) {

  public TrueGraph(TreeSet<String> listed, List<Edge> edges) {
    this(listed, edges, List.of());
  }

  /** One true edge. */
  public record Edge(String child, String parent, String relation) {}

  /** Reads the folder that {@code simulate --truth} wrote. */
  public static TrueGraph read(Path folder) throws IOException {
    TreeSet<String> listed = new TreeSet<>();
    for (Map<String, String> model : rows(folder.resolve("models.csv"))) {
      if (model.getOrDefault("presence", "listed").equals("listed")) {
        listed.add(model.get("id"));
      }
    }
    List<Edge> edges = new ArrayList<>();
    for (Map<String, String> edge : rows(folder.resolve("edges.csv"))) {
      edges.add(new Edge(edge.get("child"), edge.get("parent"), edge.get("relation")));
    }
    return new TrueGraph(listed, edges, rows(folder.resolve("claims.csv")));
  }

  private static List<Map<String, String>> rows(Path file) throws IOException {
    if (!Files.isReadable(file)) {
      throw Fault.badInput(
          "no such file of truth", file.toString(), "Name the folder that simulate --truth wrote.");
    }
    CsvMapper csv = new CsvMapper();
    try (MappingIterator<Map<String, String>> rows =
        csv.readerFor(Map.class)
            .with(CsvSchema.emptySchema().withHeader())
            .readValues(file.toFile())) {
      return rows.readAll();
    }
  }

  /** The edges as a map from pair to relation; refused where a pair stands twice. */
  Map<String, String> relations() {
    Map<String, String> relations = new TreeMap<>();
    for (Edge edge : edges) {
      if (relations.put(edge.child() + " → " + edge.parent(), edge.relation()) != null) {
        throw new IllegalStateException("the truth has an edge twice: " + edge);
      }
    }
    return relations;
  }
}
