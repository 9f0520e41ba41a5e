package io.github.hubgenealogy.jobs.cards;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.hubgenealogy.jobs.RealCards;
import io.github.hubgenealogy.jobs.pipeline.JobsSettings;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Compose;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.NodeTuple;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.SequenceNode;
import org.snakeyaml.engine.v2.nodes.Tag;

/** Our nodes against those of snakeyaml-engine, an independent reader of YAML 1.2. */
final class EngineTest {
  private final NodeReader reader = new NodeReader(JobsSettings.defaults().cards());
  private final LoadSettings settings =
      LoadSettings.builder()
          .setMaxAliasesForCollections(10_000)
          .setAllowDuplicateKeys(true)
          .build();

  /** Keys to values, lists and the texts of single values, nothing as null. */
  private static Object plain(Node node) {
    if (node instanceof Node.Scalar scalar) {
      return scalar.text();
    }
    if (node instanceof Node.Items items) {
      return items.items().stream()
          .map(EngineTest::plain)
          .collect(ArrayList::new, List::add, List::addAll);
    }
    if (node instanceof Node.Entries map) {
      Map<String, Object> entries = new LinkedHashMap<>();
      map.entries().forEach((key, value) -> entries.put(key, plain(value)));
      return entries;
    }
    return null;
  }

  private static Object plain(org.snakeyaml.engine.v2.nodes.Node node) {
    if (node instanceof ScalarNode scalar) {
      return scalar.getTag().equals(Tag.NULL) ? null : scalar.getValue();
    }
    if (node instanceof SequenceNode list) {
      List<Object> items = new ArrayList<>();
      list.getValue().forEach(item -> items.add(plain(item)));
      return items;
    }
    Map<String, Object> entries = new LinkedHashMap<>();
    for (NodeTuple tuple : ((MappingNode) node).getValue()) {
      entries.put(((ScalarNode) tuple.getKeyNode()).getValue(), plain(tuple.getValueNode()));
    }
    return entries;
  }

  private Optional<org.snakeyaml.engine.v2.nodes.Node> engine(String yaml) {
    return new Compose(settings).composeString(yaml);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "a: no\nb: 010\nc: 0.10\nd: 1e3\ne: 2022-01-01\nf: 12:30\ng: yes\ni: null",
        "a: &x [1, 2]\nb: *x\nc: {d: *x}",
        "a: |\n  x\n  y\n\nb: >-\n  x\n  y\n",
        "a: 'it''s'\nb: \"\\u00e9\\n\"\nc: x # y\nd: http://a.b/#c",
        "- a: b\n  c:\n  - d\n-\n- e",
        "? a\n: b\nc: {d: e, f: [g, {h: i}]}",
        "a: b\na: c"
      })
  void nodes_are_the_engines(String yaml) {
    NodeReader.Result read = reader.readYaml(yaml);
    assertThat(read.status()).isEqualTo(ParseStatus.OK);
    assertThat(plain(read.root())).isEqualTo(plain(engine(yaml).orElseThrow()));
  }

  @Test
  void real_front_matter_is_read_and_refused_alike() throws IOException {
    Set<String> different = new HashSet<>();
    int[] read = new int[2];
    RealCards.forEach(
        (id, bytes) -> {
          String text = CardText.of(bytes, false).text();
          FrontMatter matter = text == null ? null : FrontMatter.find(text);
          if (matter == null || matter.status() != ParseStatus.OK) {
            return;
          }
          String yaml = text.substring(matter.from(), matter.to());
          NodeReader.Result ours = reader.readYaml(yaml);
          if (ours.status() == ParseStatus.TOO_LARGE) {
            return;
          }
          Object theirs;
          try {
            theirs = engine(yaml).map(EngineTest::plain).orElse(null);
          } catch (YamlEngineException | ClassCastException refused) {
            theirs = refused;
          }
          boolean bothRefuse =
              theirs instanceof Exception && ours.status() == ParseStatus.INVALID_YAML;
          boolean same =
              ours.status() == ParseStatus.OK
                  && java.util.Objects.equals(plain(ours.root()), theirs);
          read[0]++;
          if (theirs instanceof Exception && ours.status() == ParseStatus.OK) {
            read[1]++;
          } else if (!bothRefuse && !same) {
            different.add(
                id + " " + ours.status() + " " + theirs.toString().lines().findFirst().orElse(""));
          }
        });
    assertThat(read[0]).isGreaterThan(5_000);
    assertThat(different).isEmpty();
    // Refused by the engine alone, read by PyYAML and by us: a tab between a key and its value.
    assertThat(read[1]).isLessThanOrEqualTo(read[0] / 1_000);
  }
}
