package io.github.hubgenealogy.lake.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

final class ReleasedFormsTest {
  private static ObjectNode list() throws Exception {
    return (ObjectNode)
        new ObjectMapper()
            .readTree(
                Path.of(System.getProperty("hubgen.home")).resolve("conf/release.json").toFile());
  }

  @Test
  void the_list_names_tables_and_columns_that_there_are() throws Exception {
    list()
        .properties()
        .forEach(
            table -> {
              TableContract contract = TableContracts.named(table.getKey());
              Set<String> named = new HashSet<>();
              table.getValue().fieldNames().forEachRemaining(named::add);
              assertThat(contract.columns().stream().map(Column::name))
                  .as(contract.name())
                  .containsAll(named);
              assertThat(ReleasedForms.of(contract)).as(contract.name()).isPresent();
            });
  }

  @Test
  void raw_tables_free_text_and_keys_of_repositories_are_in_no_release() {
    assertThat(TableContracts.all())
        .filteredOn(table -> table.path().startsWith("raw/") || table.path().startsWith("diff/"))
        .allMatch(table -> ReleasedForms.of(table).isEmpty());
    Set<String> released = new HashSet<>();
    for (TableContract table : TableContracts.all()) {
      ReleasedForms.of(table)
          .ifPresent(
              form ->
                  form.columns().forEach(each -> released.add(table.name() + "." + each.name())));
    }
    assertThat(released)
        .contains("models.model_id", "edges.relation", "statistics.value")
        .doesNotContain(
            "models.repo_key",
            "models.sha",
            "models.tags",
            "cards.base_models",
            "cards.parse_error",
            "cards.unknown_keys",
            "cards.model_index",
            "cards.license_link",
            "cards.license_name",
            "cards.tags",
            "cards.datasets",
            "cards.new_version",
            "cards.text_parents",
            "claims.claimed_text",
            "dataset_edges.claimed_text");
  }

  @Test
  void a_column_that_nobody_listed_is_left_out_and_its_table_where_it_is_of_the_key()
      throws Exception {
    ObjectNode list = list();
    ((ObjectNode) list.get("models")).remove("likes");
    TableContract form = ReleasedForms.of(list, TableContracts.MODELS).orElseThrow();
    assertThat(form.columns()).extracting(Column::name).contains("owner").doesNotContain("likes");
    assertThat(form.schemaJson()).contains("\"owner\"").doesNotContain("\"likes\"");
    ((ObjectNode) list.get("models")).remove("model_id");
    assertThat(ReleasedForms.of(list, TableContracts.MODELS)).isEmpty();
    assertThat(ReleasedForms.leftOut(TableContracts.MODELS))
        .extracting(Column::name)
        .containsExactly("repo_key", "sha", "tags");
  }

  @Test
  void a_treatment_must_suit_the_privacy() throws Exception {
    for (List<String> wrong :
        List.of(
            List.of("model_id", "keep"),
            List.of("repo_key", "keep"),
            List.of("repo_key", "common"),
            List.of("tags", "common"),
            List.of("owner", "common"))) {
      ObjectNode list = list();
      ((ObjectNode) list.get("models")).put(wrong.get(0), wrong.get(1));
      assertThatThrownBy(() -> ReleasedForms.of(list, TableContracts.MODELS))
          .hasMessageContaining("models." + wrong.get(0));
    }
  }

  @Test
  void the_released_contract_says_what_was_done() {
    TableContract form = ReleasedForms.of(TableContracts.MODELS).orElseThrow();
    Column created = form.columns().get(form.indexOf("created_at"));
    assertThat(created.description()).endsWith("Cut to the month.");
    assertThat(form.schemaJson()).contains("Pseudonymised by HMAC-SHA-256");
  }
}
