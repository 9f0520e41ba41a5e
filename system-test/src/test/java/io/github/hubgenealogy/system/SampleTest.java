package io.github.hubgenealogy.system;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.hubgenealogy.lake.contract.TableContract;
import io.github.hubgenealogy.lake.contract.TableContracts;
import io.github.hubgenealogy.lake.store.Lake;
import io.github.hubgenealogy.lake.store.Snapshot;
import io.github.hubgenealogy.lake.store.SnapshotManifest;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** The committed sample is a snapshot by today's contracts, and simulated. */
final class SampleTest {
  /** Tables of what is asked for by name only. */
  private static final Set<TableContract> ON_DEMAND =
      Set.of(TableContracts.RAW_OWNERS, TableContracts.RAW_CHILDREN);

  private static final Path SAMPLE = Path.of(System.getProperty("hubgen.home"), "data", "sample");

  @Test
  void the_sample_is_published_simulated_and_has_every_table_and_column() throws Exception {
    Snapshot snapshot = Lake.at(SAMPLE.toString()).forReading(null);
    SnapshotManifest manifest = SnapshotManifest.read(snapshot);
    assertThat(manifest.origin()).isEqualTo("simulated");
    try (Connection duck = DriverManager.getConnection("jdbc:duckdb:")) {
      for (TableContract table : TableContracts.ofSnapshots()) {
        if (ON_DEMAND.contains(table)) {
          continue;
        }
        String files = SAMPLE.resolve(snapshot.id()).resolve(table.path()) + "/**/*.parquet";
        List<String> columns =
            table.columns().stream().map(column -> "\"" + column.name() + "\"").toList();
        try (ResultSet count =
            duck.createStatement()
                .executeQuery(
                    "select count(*) from (select "
                        + String.join(", ", columns)
                        + " from read_parquet('"
                        + files
                        + "'))")) {
          count.next();
          assertThat(count.getLong(1))
              .as(table.name())
              .isEqualTo(snapshot.requireSeal(table).rows());
        }
      }
    }
  }
}
