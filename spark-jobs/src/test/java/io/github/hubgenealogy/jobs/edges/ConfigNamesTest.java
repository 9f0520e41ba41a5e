package io.github.hubgenealogy.jobs.edges;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The names in a configuration, against the tree that Jackson's databind makes of it. */
final class ConfigNamesTest {
  private static final ObjectMapper JSON = new ObjectMapper();

  private static ConfigNames of(String config) {
    return ConfigNames.of(config.getBytes(StandardCharsets.UTF_8));
  }

  @Provide
  Arbitrary<String> configs() {
    Arbitrary<String> scalars =
        Arbitraries.oneOf(
            Arbitraries.strings().ofMaxLength(8).map(ConfigNamesTest::quoted),
            Arbitraries.of("null", "true", "false", "0", "-1.50", "3e2", "\"BertModel\""));
    Arbitrary<String> values =
        Arbitraries.lazyOf(
            () -> scalars,
            () -> scalars.list().ofMaxSize(4).map(each -> "[" + String.join(", ", each) + "]"),
            () -> configs());
    Arbitrary<String> keys =
        Arbitraries.of("model_type", "architectures", "peft", "a").map(ConfigNamesTest::quoted);
    return Combinators.combine(keys, values)
        .as((key, value) -> key + ":" + value)
        .list()
        .ofMaxSize(5)
        .map(each -> "{" + String.join(",", each) + "}");
  }

  private static String quoted(String text) {
    try {
      return JSON.writeValueAsString(text);
    } catch (JsonProcessingException impossible) {
      throw new IllegalStateException(impossible);
    }
  }

  @Property
  void names_are_those_of_the_tree(@ForAll("configs") String config) throws Exception {
    JsonNode tree = JSON.readTree(config.getBytes(StandardCharsets.UTF_8));
    JsonNode type = tree.path("model_type");
    List<String> architectures = new ArrayList<>();
    if (tree.path("architectures").isArray()) {
      tree.path("architectures").forEach(each -> add(each, architectures));
    }
    List<String> types = new ArrayList<>();
    add(type, types);

    ConfigNames names = of(config);

    assertThat(names.architectures()).hasSameSizeAs(architectures);
    for (int i = 0; i < architectures.size(); i++) {
      assertThat(names.architectures().get(i)).satisfies(same(architectures.get(i)));
    }
    if (types.isEmpty()) {
      assertThat(names.type()).isNull();
    } else {
      assertThat(names.type()).satisfies(same(types.get(0)));
    }
  }

  private static void add(JsonNode value, List<String> names) {
    if (value.isValueNode() && !value.isNull()) {
      names.add(value.asText());
    }
  }

  /** A number keeps its spelling, which a tree does not. */
  private static org.assertj.core.api.ThrowingConsumer<String> same(String expected) {
    return found -> {
      if (expected.matches("-?[0-9.E+]+") && !found.equals(expected)) {
        assertThat(Double.parseDouble(found)).isEqualTo(Double.parseDouble(expected));
      } else {
        assertThat(found).isEqualTo(expected);
      }
    };
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "null",
        "[{\"model_type\":\"bert\"}]",
        "\"model_type\"",
        "{\"model_type\":\"bert\"",
        "{\"model_type\":\"bert\",}",
        "{model_type: bert}"
      })
  void what_is_no_object_of_json_names_nothing(String config) {
    assertThat(of(config)).isEqualTo(new ConfigNames(null, List.of()));
  }
}
