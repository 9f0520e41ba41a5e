package io.github.hubgenealogy.simulator.ecosystem;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.hubgenealogy.simulator.card.Hostility;
import io.github.hubgenealogy.simulator.hub.Field;
import io.github.hubgenealogy.simulator.json.JsonBytes;
import java.nio.charset.StandardCharsets;
import java.util.EnumMap;
import java.util.Map;
import org.junit.jupiter.api.Test;

final class HostileCardsTest {
  private static final int MODELS = 4_000;

  private final Ecosystem hostile =
      Ecosystem.of(new EcosystemSettings(MODELS, 14, 0.05, KeptBase.FIRST));
  private final Ecosystem tame = Ecosystem.of(new EcosystemSettings(MODELS, 14));

  private Map<Hostility, SimulatedModel> examples() {
    Map<Hostility, SimulatedModel> examples = new EnumMap<>(Hostility.class);
    for (int i = 0; i < MODELS; i++) {
      SimulatedModel model = hostile.model(i);
      examples.putIfAbsent(model.hostility(), model);
    }
    return examples;
  }

  @Test
  void every_attack_occurs_and_about_as_often_as_asked() {
    assertThat(examples()).hasSize(Hostility.values().length);
    long attacks = 0;
    for (int i = 0; i < MODELS; i++) {
      attacks += hostile.model(i).hostility() == Hostility.NONE ? 0 : 1;
    }
    assertThat(attacks).isBetween(130L, 300L);
  }

  @Test
  void no_edge_depends_on_a_hostile_card() {
    for (int i = 0; i < MODELS; i++) {
      assertThat(ModelTruth.edges(hostile.model(i))).isEqualTo(ModelTruth.edges(tame.model(i)));
    }
  }

  @Test
  void the_cards_are_what_they_say() {
    Map<Hostility, SimulatedModel> examples = examples();
    assertThat(examples.get(Hostility.HUGE).readme()).hasSizeGreaterThan(10 << 20);
    assertThat(text(examples, Hostility.DEEP)).contains("[".repeat(10_000));
    assertThat(text(examples, Hostility.ALIAS_BOMB)).contains("a8: &a8 [*a7, *a7");
    assertThat(text(examples, Hostility.NULS)).contains("\0");
    assertThat(examples.get(Hostility.UTF_16).readme()).startsWith(0xff, 0xfe, '-', 0, '-', 0);
    assertThat(text(examples, Hostility.SCRIPTS)).contains("<script>alert(1)</script>");
    assertThat(text(examples, Hostility.BIDIRECTIONAL)).contains("\u202e");
    // Half a pair in three bytes, which no UTF-8 is.
    assertThat(examples.get(Hostility.LONE_SURROGATES).readme())
        .containsSequence((byte) 0xed, (byte) 0xa0, (byte) 0xbe);
  }

  private static String text(Map<Hostility, SimulatedModel> examples, Hostility hostility) {
    return new String(examples.get(hostility).readme(), StandardCharsets.UTF_8);
  }

  @Test
  void the_hubs_record_of_a_hostile_model_is_json_all_the_same() throws Exception {
    for (SimulatedModel model : examples().values()) {
      ModelRepository repository = new ModelRepository(hostile, model.number(), 0);
      for (Field field : Field.values()) {
        JsonBytes json = new JsonBytes(64);
        if (repository.write(field, json)) {
          new ObjectMapper().readTree(json.toByteArray());
        }
      }
      assertThat(model.hasCardData()).isEqualTo(model.hostility().readable());
    }
  }
}
