package io.github.hubgenealogy.simulator.ecosystem;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.hubgenealogy.simulator.hub.Field;
import io.github.hubgenealogy.simulator.json.JsonBytes;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class EcosystemTest {
  private static Ecosystem ecosystem(int models, long seed) {
    return Ecosystem.of(new EcosystemSettings(models, seed));
  }

  private static String everything(Ecosystem ecosystem, int number) {
    ModelRepository repository = new ModelRepository(ecosystem, number, 0);
    JsonBytes json = new JsonBytes(4_096);
    json.beginObject().name("_id").string(repository.key()).name("id").string(repository.id());
    for (Field field : Field.values()) {
      int mark = json.length();
      json.name(field.name());
      if (!repository.write(field, json)) {
        json.truncate(mark);
      }
    }
    return json.endObject().toString()
        + ModelTruth.claims(ecosystem.model(number))
        + ModelTruth.edges(ecosystem.model(number));
  }

  @Test
  void the_same_seed_gives_the_same_models_in_whatever_order_they_are_asked_for() {
    Ecosystem one = ecosystem(3_000, 7);
    Ecosystem other = ecosystem(3_000, 7);
    List<String> forth = new ArrayList<>();
    for (int i = 0; i < one.size(); i++) {
      forth.add(everything(one, i));
    }
    for (int i = other.size() - 1; i >= 0; i--) {
      assertThat(everything(other, i)).isEqualTo(forth.get(i));
    }
  }

  @Test
  void another_seed_gives_another_ecosystem() {
    assertThat(ecosystem(100, 1).model(3).id()).isNotEqualTo(ecosystem(100, 2).model(3).id());
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 10, 49, 50, 199, 200, 399, 1_000, 20_000})
  void every_size_has_exactly_so_many_models_with_names_of_their_own(int size) {
    Ecosystem ecosystem = ecosystem(size, 3);
    Set<String> ids = new HashSet<>();
    String lastKey = "";
    for (int i = 0; i < ecosystem.size(); i++) {
      SimulatedModel model = ecosystem.model(i);
      ids.add(model.id().toLowerCase(java.util.Locale.ROOT));
      assertThat(model.key()).isGreaterThan(lastKey).matches("[0-9a-f]{24}");
      assertThat(Long.parseLong(model.key().substring(0, 8), 16)).isEqualTo(model.created());
      lastKey = model.key();
    }
    assertThat(ids).hasSize(size);
  }

  @Test
  void every_name_of_a_model_leads_back_to_it_and_says_that_it_is_simulated() {
    Ecosystem ecosystem = ecosystem(5_000, 11);
    for (int i = 0; i < ecosystem.size(); i++) {
      String id = ecosystem.names().id(i);
      assertThat(id).startsWithIgnoringCase("sim-");
      assertThat(ecosystem.names().model(id.toUpperCase(java.util.Locale.ROOT))).isEqualTo(i);
      if (ecosystem.names().renamed(i)) {
        assertThat(ecosystem.names().formerly(ecosystem.names().oldId(i))).isEqualTo(i);
        assertThat(ecosystem.names().model(ecosystem.names().oldId(i))).isEqualTo(-1);
      }
    }
  }

  @Test
  void every_parent_of_an_edge_is_listed_or_known_not_to_be() {
    Ecosystem ecosystem = ecosystem(20_000, 5);
    Set<String> listed = new HashSet<>();
    for (int i = 0; i < ecosystem.size(); i++) {
      listed.add(ecosystem.model(i).id());
    }
    int edges = 0;
    int absent = 0;
    for (int i = 0; i < ecosystem.size(); i++) {
      for (Edge edge : ModelTruth.edges(ecosystem.model(i))) {
        assertThat(listed.contains(edge.parentId())).isEqualTo(edge.target() >= 0);
        edges++;
        absent += edge.target() < 0 ? 1 : 0;
      }
    }
    assertThat(edges).isBetween(5_500, 7_000);
    assertThat(absent).isPositive();
  }

  @Test
  void cycles_are_the_set_pieces_and_the_deepest_chain_has_forty_steps() {
    Ecosystem ecosystem = ecosystem(20_000, 9);
    Map<String, List<String>> parents = new HashMap<>();
    for (int i = 0; i < ecosystem.size(); i++) {
      SimulatedModel model = ecosystem.model(i);
      parents.put(
          model.id(),
          ModelTruth.edges(model).stream()
              .filter(e -> e.target() >= 0)
              .map(Edge::parentId)
              .toList());
    }
    Map<String, Integer> depths = new HashMap<>();
    Set<String> open = new HashSet<>();
    int deepest = 0;
    List<String> closing = new ArrayList<>();
    for (String id : parents.keySet()) {
      deepest = Math.max(deepest, depth(id, parents, depths, open, closing));
    }
    assertThat(deepest).isEqualTo(40);
    assertThat(closing).hasSizeBetween(1, 10);
  }

  private static int depth(
      String id,
      Map<String, List<String>> parents,
      Map<String, Integer> depths,
      Set<String> open,
      List<String> closing) {
    Integer known = depths.get(id);
    if (known != null) {
      return known;
    }
    if (!open.add(id)) {
      closing.add(id);
      return 0;
    }
    int depth = 0;
    for (String parent : parents.get(id)) {
      depth = Math.max(depth, 1 + depth(parent, parents, depths, open, closing));
    }
    open.remove(id);
    depths.put(id, depth);
    return depth;
  }

  @Test
  void every_kind_of_claim_occurs_among_twenty_thousand_models() {
    Ecosystem ecosystem = ecosystem(20_000, 2);
    Set<String> seen = new HashSet<>();
    Set<Form> forms = new HashSet<>();
    for (int i = 0; i < ecosystem.size(); i++) {
      for (Claim claim : ModelTruth.claims(ecosystem.model(i))) {
        seen.add(claim.source() + " " + claim.resolution().word());
      }
      ecosystem.model(i).lineage().declared().forEach(reference -> forms.add(reference.form()));
    }
    assertThat(seen)
        .contains(
            "card exact",
            "card case_folded",
            "card redirected",
            "card absent",
            "card self",
            "card bare_name",
            "card local_path",
            "card placeholder",
            "card malformed",
            "hub by_key",
            "hub absent",
            "hub self",
            "tag exact",
            "tag absent",
            "tag local_path",
            "config exact",
            "config local_path",
            "text exact");
    assertThat(forms).contains(Form.URL, Form.DELETED, Form.NEVER, Form.LOCAL_PAIR);
  }

  @Test
  void a_child_is_younger_than_its_parents_but_for_a_few() {
    Ecosystem ecosystem = ecosystem(20_000, 4);
    int older = 0;
    int all = 0;
    for (int i = 0; i < ecosystem.size(); i++) {
      for (Edge edge : ModelTruth.edges(ecosystem.model(i))) {
        if (edge.target() >= 0) {
          all++;
          older += edge.target() > i ? 1 : 0;
        }
      }
    }
    assertThat(older).isBetween(1, all / 200);
  }
}
