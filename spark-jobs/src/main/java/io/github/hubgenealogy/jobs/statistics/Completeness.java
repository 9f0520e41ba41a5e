package io.github.hubgenealogy.jobs.statistics;

import static io.github.hubgenealogy.jobs.tables.Columns.*;
import static org.apache.spark.sql.functions.array;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.concat_ws;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.explode;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.struct;

import io.github.hubgenealogy.jobs.pipeline.StageRun;
import io.github.hubgenealogy.jobs.policy.Resolution;
import io.github.hubgenealogy.jobs.statistics.graph.HubGraph;
import io.github.hubgenealogy.lake.contract.TableContracts;
import java.io.IOException;
import java.util.Map;
import java.util.TreeMap;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/** What became of everything that was asked for: one grouping over all tables that tell. */
final class Completeness {
  private static final String ALL = "all";
  private static final String AT = "at";

  private Completeness() {}

  /** Rows of table completeness, and their shares and what was unresolved as figures. */
  static void add(StageRun run, HubGraph graph, StatisticsRows rows) throws IOException {
    Map<String, Map<String, Long>> subjects = counted(run);
    Map<String, Long> presence = new TreeMap<>();
    for (int model = 0; model < graph.models(); model++) {
      presence.merge(
          graph.words(HubGraph.PRESENCE).word(graph.number(HubGraph.PRESENCE, model)),
          1L,
          Long::sum);
    }
    if (!presence.isEmpty()) {
      subjects.put("models", presence);
    }
    Figures.Of figures = rows.figures().of(ALL);
    subjects.forEach(
        (subject, outcomes) -> {
          long whole = outcomes.values().stream().mapToLong(Long::longValue).sum();
          outcomes.forEach(
              (outcome, count) -> {
                rows.add(TableContracts.COMPLETENESS, subject, outcome, count);
                figures.share(subject, "outcome_share", outcome, count, whole);
              });
        });
    unresolved(subjects.getOrDefault("claims", Map.of()), figures);
  }

  /** Claims that give no edge, by reason; those that lead to the model itself are among them. */
  private static void unresolved(Map<String, Long> claims, Figures.Of figures) {
    long all = claims.values().stream().mapToLong(Long::longValue).sum();
    for (Resolution reason : Resolution.values()) {
      if (!reason.givesEdge()) {
        long count =
            claims.entrySet().stream()
                .filter(claim -> claim.getKey().endsWith("/" + reason.word()))
                .mapToLong(Map.Entry::getValue)
                .sum();
        figures.share("claims", "unresolved", reason.word(), count, all);
      }
    }
  }

  private static Map<String, Map<String, Long>> counted(StageRun run) throws IOException {
    Dataset<Row> outcomes =
        outcomes(
                run.read(TableContracts.CARDS),
                outcome("cards", col(PARSE_STATUS)),
                outcome("card_source", col(CARD_SOURCE)))
            .unionByName(
                outcomes(
                    run.read(TableContracts.CLAIMS),
                    outcome("claims", concat_ws("/", col(SOURCE), col(RESOLUTION)))))
            .unionByName(
                outcomes(run.read(TableContracts.RAW_REDIRECTS), outcome("redirects", col(STATUS))))
            .unionByName(
                outcomes(run.read(TableContracts.DATASETS), outcome("datasets", col(PRESENCE))));
    Map<String, Map<String, Long>> subjects = new TreeMap<>();
    for (Row row : outcomes.groupBy(SUBJECT, OUTCOME).agg(count(lit(1))).collectAsList()) {
      subjects
          .computeIfAbsent(row.getString(0), subject -> new TreeMap<>())
          .put(row.getString(1), row.getLong(2));
    }
    return subjects;
  }

  private static Column outcome(String subject, Column outcome) {
    return struct(lit(subject).as(SUBJECT), outcome.as(OUTCOME));
  }

  private static Dataset<Row> outcomes(Dataset<Row> table, Column... outcomes) {
    return table
        .select(explode(array(outcomes)).as(AT))
        .select(col(AT).getField(SUBJECT).as(SUBJECT), col(AT).getField(OUTCOME).as(OUTCOME));
  }
}
