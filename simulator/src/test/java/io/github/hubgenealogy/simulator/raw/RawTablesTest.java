package io.github.hubgenealogy.simulator.raw;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.hubgenealogy.lake.contract.TableContract;
import io.github.hubgenealogy.lake.contract.TableContracts;
import io.github.hubgenealogy.lake.store.Lake;
import io.github.hubgenealogy.lake.store.Snapshot;
import io.github.hubgenealogy.lake.store.TableSeal;
import io.github.hubgenealogy.simulator.ecosystem.Ecosystem;
import io.github.hubgenealogy.simulator.ecosystem.EcosystemSettings;
import io.github.hubgenealogy.simulator.ecosystem.SimulatedHub;
import io.github.hubgenealogy.simulator.limit.Plan;
import io.github.hubgenealogy.simulator.server.HubClient;
import io.github.hubgenealogy.simulator.server.HubServer;
import io.github.hubgenealogy.simulator.server.ServerSettings;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.Statement;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class RawTablesTest {
  private static final int MODELS = 2_000;

  @TempDir static Path lake;

  private static Ecosystem ecosystem;

  @BeforeAll
  static void write() {
    ecosystem = Ecosystem.of(new EcosystemSettings(MODELS, 19));
    RawTables.write(ecosystem, lake.resolve("one"));
  }

  private static Snapshot snapshot(String id) {
    return Lake.at(lake.toString()).snapshot(id);
  }

  @Test
  void the_rows_are_what_the_simulated_hub_lists() throws Exception {
    try (HubServer server =
            new HubServer(
                new SimulatedHub(ecosystem),
                ServerSettings.of(Plan.UNLIMITED, Duration.ofMinutes(5)),
                Clock.systemUTC());
        Connection connection = DriverManager.getConnection("jdbc:duckdb:");
        Statement statement = connection.createStatement();
        ResultSet row =
            statement.executeQuery(
                "select *, epoch_ms(\"createdAt\") as created, \"baseModels\".models[1].id as base,"
                    + " len(tags) as tag_count, safetensors.total as total from '"
                    + lake
                    + "/one/raw/models/*.parquet' order by _id")) {
      List<JsonNode> listed =
          new HubClient(server.address())
              .list(
                  "/api/models?sort=createdAt&direction=1&expand=author&expand=baseModels"
                      + "&expand=cardData&expand=config&expand=createdAt&expand=gated"
                      + "&expand=downloads&expand=tags&expand=sha&expand=safetensors");
      for (JsonNode record : listed) {
        assertThat(row.next()).isTrue();
        assertThat(row.getString("id")).isEqualTo(record.get("id").asText());
        assertThat(row.getString("author")).isEqualTo(record.get("author").asText());
        assertThat(row.getString("sha")).isEqualTo(record.get("sha").asText());
        assertThat(row.getLong("downloads")).isEqualTo(record.get("downloads").asLong());
        assertThat(row.getString("gated")).isEqualTo(record.get("gated").asText());
        assertThat(row.getLong("created"))
            .isEqualTo(Instant.parse(record.get("createdAt").asText()).toEpochMilli());
        assertThat(json(row.getString("cardData"))).isEqualTo(record.get("cardData"));
        assertThat(json(row.getString("config"))).isEqualTo(record.get("config"));
        assertThat(row.getString("base"))
            .isEqualTo(record.at("/baseModels/models/0/id").asText(null));
        assertThat(row.getLong("total")).isEqualTo(record.at("/safetensors/total").asLong());
        assertThat(row.getInt("tag_count")).isEqualTo(record.get("tags").size());
      }
      assertThat(row.next()).isFalse();
    }
  }

  private static JsonNode json(String text) throws Exception {
    return text == null ? null : new ObjectMapper().readTree(text);
  }

  @Test
  void every_table_is_sealed_and_duckdb_counts_what_the_seal_says() throws Exception {
    try (Connection connection = DriverManager.getConnection("jdbc:duckdb:");
        Statement statement = connection.createStatement()) {
      for (TableContract table :
          List.of(
              TableContracts.RAW_MODELS,
              TableContracts.RAW_CARDS,
              TableContracts.RAW_DATASETS,
              TableContracts.RAW_REDIRECTS)) {
        TableSeal seal = snapshot("one").requireSeal(table);
        assertThat(seal.origin()).isEqualTo("simulated");
        String files = lake + "/one/" + table.path() + "/*.parquet";
        try (ResultSet count = statement.executeQuery("select count(*) from '" + files + "'")) {
          assertThat(count.next()).isTrue();
          assertThat(count.getLong(1)).isEqualTo(seal.rows()).isPositive();
        }
        String key = "\"" + String.join("\",\"", table.key()) + "\"";
        try (ResultSet rows =
            statement.executeQuery(
                "select count(*) from (select distinct " + key + " from '" + files + "')")) {
          assertThat(rows.next()).isTrue();
          assertThat(rows.getLong(1)).isEqualTo(seal.rows());
        }
      }
    }
  }

  @Test
  void the_same_seed_gives_the_same_bytes_and_a_table_is_not_written_twice() throws Exception {
    RawTables.write(Ecosystem.of(new EcosystemSettings(MODELS, 19)), lake.resolve("two"));
    for (TableContract table : List.of(TableContracts.RAW_MODELS, TableContracts.RAW_REDIRECTS)) {
      assertThat(snapshot("two").requireSeal(table).files())
          .isEqualTo(snapshot("one").requireSeal(table).files());
    }
    assertThatThrownBy(() -> RawTables.write(ecosystem, lake.resolve("one")))
        .hasMessageContaining("there already");
  }
}
