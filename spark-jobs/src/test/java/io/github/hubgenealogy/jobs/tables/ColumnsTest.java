package io.github.hubgenealogy.jobs.tables;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.hubgenealogy.lake.contract.Column;
import io.github.hubgenealogy.lake.contract.TableContracts;
import java.lang.reflect.Modifier;
import java.util.Arrays;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

final class ColumnsTest {

  @Test
  void the_names_are_those_of_the_contracts_and_no_others() {
    Set<String> spelt =
        Arrays.stream(Columns.class.getFields())
            .filter(field -> Modifier.isStatic(field.getModifiers()))
            .map(ColumnsTest::value)
            .collect(Collectors.toSet());
    Set<String> contracts =
        TableContracts.all().stream()
            .flatMap(table -> table.columns().stream())
            .map(Column::name)
            .collect(Collectors.toSet());
    assertThat(spelt).isEqualTo(contracts);
  }

  private static String value(java.lang.reflect.Field field) {
    try {
      return (String) field.get(null);
    } catch (IllegalAccessException impossible) {
      throw new AssertionError(impossible);
    }
  }

  @Test
  void every_contract_is_a_schema_of_sparks() {
    TableContracts.all()
        .forEach(
            table -> assertThat(Schemas.of(table).fieldNames()).hasSize(table.columns().size()));
  }
}
