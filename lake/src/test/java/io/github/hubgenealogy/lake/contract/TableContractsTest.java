package io.github.hubgenealogy.lake.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

final class TableContractsTest {
  private static final Path HOME = Path.of(System.getProperty("hubgen.home"));

  @Test
  void every_contract_file_is_a_table_and_every_table_has_its_file() throws Exception {
    try (Stream<Path> files = Files.list(HOME.resolve("conf/tables"))) {
      List<String> names =
          files.map(file -> file.getFileName().toString().replace(".json", "")).sorted().toList();
      assertThat(TableContracts.all().stream().map(TableContract::name).sorted().toList())
          .isEqualTo(names);
    }
  }

  @Test
  void the_data_dictionary_is_what_the_contracts_say() throws Exception {
    assertThat(Files.readString(HOME.resolve("data/README.md")))
        .as("run: scripts/hubgen tables > data/README.md")
        .isEqualTo(DataDictionary.markdown());
  }

  @Test
  void a_column_without_privacy_or_description_is_refused() throws Exception {
    for (String part : List.of("privacy", "description", "example", "null")) {
      JsonNode json = new ObjectMapper().readTree(HOME.resolve("conf/tables/edges.json").toFile());
      ((ObjectNode) json.at("/schema/fields/0/metadata")).remove(part);
      assertThatThrownBy(() -> TableContracts.read(json))
          .isInstanceOf(IllegalArgumentException.class);
    }
  }

  @Test
  void contracts_only_grow() throws Exception {
    Path released = HOME.resolve("lake/src/test/resources/released-tables.txt");
    for (String line : Files.readAllLines(released)) {
      String[] cells = line.split("\t");
      TableContract table = TableContracts.named(cells[0]);
      Column column = table.columns().get(table.indexOf(cells[1]));
      assertThat(column.type().spelling()).as(line).isEqualTo(cells[2]);
    }
  }
}
