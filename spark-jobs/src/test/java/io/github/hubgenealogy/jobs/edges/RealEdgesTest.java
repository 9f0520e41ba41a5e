package io.github.hubgenealogy.jobs.edges;

import static io.github.hubgenealogy.jobs.tables.Columns.CHILD_ID;
import static io.github.hubgenealogy.jobs.tables.Columns.PARENT_ID;
import static io.github.hubgenealogy.jobs.tables.Columns.PARSE_STATUS;
import static org.apache.spark.sql.functions.col;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.hubgenealogy.jobs.RealCards;
import io.github.hubgenealogy.jobs.SparkExtension;
import io.github.hubgenealogy.jobs.cards.ParseCards;
import io.github.hubgenealogy.jobs.pipeline.JobsSettings;
import io.github.hubgenealogy.jobs.pipeline.Pipeline;
import io.github.hubgenealogy.jobs.tables.SnapshotTables;
import io.github.hubgenealogy.lake.contract.TableContracts;
import io.github.hubgenealogy.lake.store.Snapshot;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

@ExtendWith(SparkExtension.class)
final class RealEdgesTest {
  @TempDir Path lake;

  @Test
  void every_card_has_a_row_and_the_hubs_own_tree_is_found(SparkSession spark) throws Exception {
    Snapshot snapshot = RealCards.snapshot(lake, "real").write();
    new Pipeline(List.of(new ParseCards(), new DeriveEdges()))
        .run(spark, snapshot, null, JobsSettings.defaults(), null, null, false);
    SnapshotTables tables = new SnapshotTables(spark, snapshot);

    assertThat(tables.read(TableContracts.CARDS).count()).isEqualTo(9613);
    assertThat(tables.read(TableContracts.CARDS).where(col(PARSE_STATUS).isNull()).count())
        .isZero();
    Set<String> found = new HashSet<>();
    for (Row row : tables.read(TableContracts.EDGES).select(CHILD_ID, PARENT_ID).collectAsList()) {
      found.add(row.getString(0) + "\t" + row.getString(1));
    }
    List<String> lacking = new ArrayList<>();
    List<String> pairs = Files.readAllLines(RealCards.file("hub-tree-edges.tsv"));
    for (String line : pairs.subList(1, pairs.size())) {
      String[] cells = line.split("\t");
      if (!found.contains(cells[0] + "\t" + cells[2])) {
        lacking.add(line);
      }
    }
    assertThat(lacking).isEmpty();
  }
}
