package io.github.hubgenealogy.simulator.ecosystem;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;
import org.snakeyaml.engine.v2.schema.CoreSchema;

/** Holds the cards against a reader that has nothing to do with their writer. */
final class CardsTest {
  /** The Hub's own expression for the fences (hub-api §4.5), a byte order mark taken off before. */
  private static final Pattern FENCES =
      Pattern.compile(
          "^(\\s*---(?:\\r\\n|\\r|\\n))([\\S\\s]*?)((?:\\r\\n|\\r|\\n)---[ \\t]*(\\r\\n|\\n|$))");

  private final Ecosystem ecosystem = Ecosystem.of(new EcosystemSettings(20_000, 21));

  private static Object read(byte[] readme) {
    String text = new String(readme, StandardCharsets.UTF_8).replaceFirst("^\ufeff", "");
    Matcher fences = FENCES.matcher(text);
    if (!fences.find()) {
      return null;
    }
    try {
      LoadSettings settings = LoadSettings.builder().setSchema(new CoreSchema()).build();
      Object read = new Load(settings).loadFromString(fences.group(2));
      return read instanceof Map<?, ?> ? read : null;
    } catch (YamlEngineException broken) {
      return null;
    }
  }

  private static Object plain(Object value) {
    if (value instanceof Map<?, ?> map) {
      Map<Object, Object> copy = new HashMap<>();
      map.forEach((key, item) -> copy.put(key, plain(item)));
      return copy;
    } else if (value instanceof List<?> list) {
      return list.stream().map(CardsTest::plain).toList();
    } else if (value instanceof Number number && !(value instanceof Double)) {
      return number.longValue();
    }
    return value == null ? "(null)" : value;
  }

  @Test
  void a_readable_card_says_what_the_hub_has_as_card_data_and_another_cannot_be_read() {
    int readable = 0;
    int unreadable = 0;
    for (int i = 0; i < ecosystem.size(); i++) {
      SimulatedModel model = ecosystem.model(i);
      byte[] readme = model.readme();
      if (readme == null) {
        assertThat(model.hasCardData()).isFalse();
      } else if (model.hasCardData()) {
        assertThat(plain(read(readme))).as(model.id()).isEqualTo(plain(model.frontMatter()));
        readable++;
      } else {
        assertThat(read(readme)).as(model.id()).isNull();
        unreadable++;
      }
    }
    assertThat(readable).isGreaterThan(12_000);
    assertThat(unreadable).isBetween(60, 2_500);
  }

  @Test
  void the_claims_of_a_card_stand_in_its_front_matter_in_their_order() {
    for (int i = 0; i < ecosystem.size(); i++) {
      SimulatedModel model = ecosystem.model(i);
      List<String> claimed =
          ModelTruth.claims(model).stream()
              .filter(claim -> claim.source().equals("card"))
              .map(Claim::text)
              .toList();
      Object written = model.readable() ? model.frontMatter().get("base_model") : null;
      List<?> expected =
          written instanceof List<?> list ? list : written == null ? List.of() : List.of(written);
      assertThat(claimed).isEqualTo(expected);
    }
  }

  @Test
  void the_claims_of_tags_stand_at_their_positions() {
    for (int i = 0; i < ecosystem.size(); i++) {
      SimulatedModel model = ecosystem.model(i);
      List<String> tags = model.tags().tags();
      int about = 0;
      for (Claim claim : ModelTruth.claims(model)) {
        if (claim.source().equals("tag")) {
          String relation = claim.relation() == null ? "" : claim.relation() + ":";
          assertThat(tags.get(claim.position())).isEqualTo("base_model:" + relation + claim.text());
          about++;
        }
      }
      assertThat(tags.stream().filter(tag -> tag.startsWith("base_model:"))).hasSize(about);
    }
  }

  @Test
  void the_prose_names_every_parent_that_the_truth_says_it_names() {
    for (int i = 0; i < ecosystem.size(); i++) {
      SimulatedModel model = ecosystem.model(i);
      for (Claim claim : ModelTruth.claims(model)) {
        if (claim.source().equals("text")) {
          assertThat(new String(model.readme(), StandardCharsets.UTF_8)).contains(claim.text());
        }
      }
    }
  }
}
