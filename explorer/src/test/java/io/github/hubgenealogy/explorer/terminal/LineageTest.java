package io.github.hubgenealogy.explorer.terminal;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.hubgenealogy.explorer.made.MadeSnapshot;
import io.github.hubgenealogy.explorer.made.Run;
import io.github.hubgenealogy.lake.contract.TableContracts;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** The tree as it is printed. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class LineageTest {
  private String lake;

  @BeforeAll
  void publish(@TempDir Path folder) throws Exception {
    lake = folder.toString();
    MadeSnapshot made =
        new MadeSnapshot()
            .model(
                "o/base",
                "downloads_30d",
                1234L,
                "created_at",
                MadeSnapshot.micros("2024-02-03T00:00:00Z"))
            .edge("o/base", "o/root", "merge")
            .edge("o/base", "o/other-root", "merge", "relation_conflict", true)
            .model("o/other-root", "presence", "absent")
            .edge("p/tuned", "o/base", "finetune")
            .edge("p/both", "o/base", "merge")
            .edge("p/both", "p/tuned", "merge")
            .edge("p/deep", "p/tuned", "quantized")
            .edge("q/few", "o/base", "adapter")
            .edge("r/few", "o/base", "adapter")
            .textEdge("s/said", "o/base")
            .dataset("d/data");
    made.row(
        TableContracts.LINEAGE,
        Map.of(
            "policy",
            "union",
            "model_id",
            "p/tuned",
            "component_id",
            "o/base",
            "component_label",
            "o/base",
            "n_descendants",
            2));
    made.publish(folder, "2026-11-01");
  }

  private Run lineage(String... arguments) {
    String[] all = new String[arguments.length + 3];
    all[0] = "lineage";
    System.arraycopy(arguments, 0, all, 1, arguments.length);
    all[all.length - 2] = "--lake";
    all[all.length - 1] = lake;
    return Run.of(all);
  }

  @Test
  void ancestors_and_descendants_stand_under_the_first_they_come_from() {
    Run run = lineage("o/base", "--show", "3");
    assertThat(run.err()).isEmpty();
    assertThat(run.out())
        .isEqualTo(
            """
            snapshot 2026-11-01, origin hub

            o/base  [2024-02-03 · 1,234 downloads]

            descends from:
            ├─ merge (sources disagree)  o/other-root  [absent]
            └─ merge  o/root

              generation 1: 2 of 1 owners (2 merge)

            descendants:
            ├─ finetune  p/tuned  [2 descendants]
            │  └─ quantized  p/deep
            ├─ merge  p/both
            ├─ adapter  q/few
            └─ +1 adapter by 1 owner

              generation 1: 4 of 3 owners (1 finetune, 2 adapter, 1 merge)
              generation 2: 1 of 1 owners (1 quantized)
            """);
  }

  @Test
  void depth_relations_and_prose_are_chosen() {
    assertThat(lineage("o/base", "--depth", "1").out()).doesNotContain("p/deep");
    assertThat(lineage("o/base", "--relation", "adapter,quantized").out())
        .contains("q/few", "r/few", "descends from: none")
        .doesNotContain("p/tuned");
    assertThat(lineage("o/base", "--text").out()).contains("s/said");
    assertThat(lineage("o/base").out()).doesNotContain("s/said");
  }

  @Test
  void json_says_the_same() throws Exception {
    JsonNode document = new ObjectMapper().readTree(lineage("O/BASE", "--json").out());
    assertThat(document.at("/snapshot/origin").asText()).isEqualTo("hub");
    assertThat(document.at("/lineage/down/0/total").asInt()).isEqualTo(4);
    assertThat(document.at("/lineage/down/0/relations/adapter").asInt()).isEqualTo(2);
    assertThat(document.at("/lineage/down/0/shown/0/edges/0/relation").asText())
        .isEqualTo("finetune");
    assertThat(document.at("/lineage/model/created_at").asText()).isEqualTo("2024-02-03T00:00:00Z");
  }

  @Test
  void what_is_no_model_is_one_line() {
    assertThat(lineage("d/data").err())
        .isEqualTo(
            "hubgen: 'd/data' is a data set, not a model: snapshot 2026-11-01. See what was trained"
                + " on it: hubgen exposure d/data\n");
    assertThat(lineage("o/bsae").err())
        .startsWith("hubgen: no model 'o/bsae': snapshot 2026-11-01. Nearest: o/base, ");
    assertThat(lineage("few").err()).contains("several are called 'few'", "q/few, r/few");
    assertThat(lineage("o/bsae").exitCode()).isEqualTo(3);
    assertThat(lineage("o/base", "--depth", "-1").exitCode()).isEqualTo(2);
    assertThat(lineage("o/base", "--relation", "cousin").exitCode()).isEqualTo(2);
  }
}
