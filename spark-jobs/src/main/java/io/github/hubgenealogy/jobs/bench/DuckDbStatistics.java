package io.github.hubgenealogy.jobs.bench;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What SQL can do of the statistics, in DuckDB on the tables of a snapshot: the benchmark times it,
 * and a test holds our figures to it. The SQL is in {@code policy.sql} and {@code statistics.sql}
 * beside this class. No bootstrap, no tail, no intervals.
 */
public final class DuckDbStatistics {
  /** All policies that statistics are counted under. */
  public static final List<String> POLICIES =
      List.of(
          "union",
          "union_listed",
          "union_no_merge",
          "card",
          "hub",
          "tags_2025",
          "tags_2025_phantoms",
          "tags_2025_no_merge",
          "union_text");

  private static final String FIGURE = "-- figure: ";

  private DuckDbStatistics() {}

  /** The queries by the name of what they count, in the order in which the benchmark runs them. */
  public static Map<String, String> queries() throws IOException {
    Map<String, String> queries = new LinkedHashMap<>();
    String[] parts = resource("statistics.sql").split(FIGURE, -1);
    for (int i = 1; i < parts.length; i++) {
      int line = parts[i].indexOf('\n');
      queries.put(parts[i].substring(0, line), parts[i].substring(line + 1).strip());
    }
    return queries;
  }

  /**
   * Makes the tables edge, model, listed and mention of a policy, in place of another's.
   *
   * @param tables the folder of a snapshot's tables
   */
  public static void prepare(Statement duck, Path tables, String policy)
      throws SQLException, IOException {
    String vertices =
        switch (policy) {
          case "union_listed", "tags_2025", "tags_2025_no_merge" -> "false";
          case "card", "hub", "tags_2025_phantoms" -> "model_id in (select parent_id from edge)";
          default ->
              "model_id in (select parent_id from read_parquet('$tables/edges/*.parquet')"
                  + " where list_contains(policies, 'union'))";
        };
    // Under hub and the tags the relation is that source's own.
    String relation =
        switch (policy) {
          case "hub" -> "relation_hub";
          case "tags_2025", "tags_2025_phantoms", "tags_2025_no_merge" -> "relation_tag";
          default -> "relation";
        };
    duck.execute(
        resource("policy.sql")
            .replace("$vertices", vertices)
            .replace("$relation", relation)
            .replace("$policy", policy)
            .replace("$tables", tables.toString()));
  }

  /** Counts every figure under every policy, each into a Parquet file. */
  static void run(Statement duck, Path tables, Path target) throws SQLException, IOException {
    for (String policy : POLICIES) {
      prepare(duck, tables, policy);
      for (Map.Entry<String, String> each : queries().entrySet()) {
        String file = policy + "-" + each.getKey().replace(' ', '-') + ".parquet";
        duck.execute("copy (" + each.getValue() + ") to '" + target.resolve(file) + "'");
      }
    }
  }

  static String resource(String name) throws IOException {
    try (InputStream file = DuckDbStatistics.class.getResourceAsStream(name)) {
      return new String(file.readAllBytes(), StandardCharsets.UTF_8);
    }
  }
}
