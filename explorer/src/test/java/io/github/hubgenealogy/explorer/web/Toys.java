package io.github.hubgenealogy.explorer.web;

import io.github.hubgenealogy.explorer.genealogy.Edge;
import io.github.hubgenealogy.explorer.genealogy.Presence;
import io.github.hubgenealogy.explorer.genealogy.Relation;
import io.github.hubgenealogy.explorer.genealogy.WarningSign;
import io.github.hubgenealogy.explorer.made.MadeSnapshot;
import io.github.hubgenealogy.lake.contract.TableContracts;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Named families that several tests share. */
final class Toys {
  static final String BASE = "orbit-lab/Orbit-8B";

  private Toys() {}

  /**
   * A base with an absent ancestor, a merge of two, a copy, a circle beside it, forty quantized
   * children of seven owners, and one whose children have children.
   */
  static ToyGenealogy family() {
    ToyGenealogy toy = new ToyGenealogy("2026-11-20", "simulated");
    toy.model(
        new ToyGenealogy.ToyModel(
            BASE,
            Presence.LISTED,
            3_400_000L,
            "text-generation",
            List.of("apache-2.0"),
            "orbit-lab/corpus"));
    toy.model(
        new ToyGenealogy.ToyModel("lost-lab/seed", Presence.ABSENT, null, null, List.of(), null));
    toy.edge(BASE, "orbit-lab/Orbit-8B-annealed", Relation.FINETUNE);
    toy.edge("orbit-lab/Orbit-8B-annealed", "lost-lab/seed", Relation.UNSPECIFIED);
    toy.edge("mia/Orbit-chat", BASE, Relation.FINETUNE);
    toy.edge("mia/Orbit-chat-lora", "mia/Orbit-chat", Relation.ADAPTER);
    toy.edge("zoe/Orbit-chat-GGUF", "mia/Orbit-chat", Relation.QUANTIZED);
    toy.edge("max/Orbit-copy", BASE, Relation.DUPLICATED_FROM);
    toy.edge("max/Orbit-Comet-merge", BASE, Relation.MERGE);
    toy.edge(
        new Edge(
            "max/Orbit-Comet-merge",
            "comet/Comet-7B",
            Relation.MERGE,
            "hub",
            null,
            List.of("hub"),
            List.of("union", "hub"),
            Set.of(WarningSign.RELATION_CONFLICT, WarningSign.CHILD_OLDER_THAN_PARENT)));
    toy.edge("circle/one", "circle/two", Relation.FINETUNE);
    toy.edge("circle/two", "circle/one", Relation.FINETUNE);
    toy.edge("circle/one", BASE, Relation.FINETUNE);
    for (int i = 0; i < 40; i++) {
      toy.edge("quant" + i % 7 + "/Orbit-8B-Q" + i, BASE, Relation.QUANTIZED);
    }
    return toy;
  }

  /** Ids and values as an attacker would choose them. */
  static final List<String> HOSTILE =
      List.of(
          "evil/<script>window.pwned=1</script>",
          "evil/<img src=x onerror=window.pwned=1>",
          "evil/\"><svg onload=window.pwned=1>",
          "=HYPERLINK(\"http://evil.example\";\"x\")/@SUM(1+1)",
          "evil/\u202Egnp.exe",
          "evil/nul\u0000tab\tline\nfeed\u2028end",
          "evil/zero\u200Bwidth\uFEFF",
          "javascript:alert(1)/name",
          "evil/..%2f..%2fetc%2fpasswd",
          "../../../etc/passwd",
          "evil/{{constructor.constructor('window.pwned=1')()}}",
          "evil/a&b=c#d?e;f'g\\h",
          "evil/" + "long".repeat(60));

  /**
   * All of them descend from the first, one relation each, and say they were trained on another.
   */
  static ToyGenealogy hostile() {
    ToyGenealogy toy = new ToyGenealogy("hostile", "corpus");
    for (String id : HOSTILE) {
      toy.model(
          new ToyGenealogy.ToyModel(
              id,
              Presence.LISTED,
              7L,
              "<b>task</b>",
              List.of("=1+1", "<i>mit</i>"),
              HOSTILE.get(2)));
    }
    Relation[] relations = Relation.values();
    for (int i = 1; i < HOSTILE.size(); i++) {
      toy.edge(HOSTILE.get(i), HOSTILE.get(0), relations[i % relations.length]);
    }
    for (int i = 0; i < 12; i++) {
      toy.edge("evil/<script>window.pwned=1</script>" + i, HOSTILE.get(0), Relation.ADAPTER);
    }
    return toy;
  }

  /** The same as a published snapshot of tables, with cards, owners and prose of the same kind. */
  static void publishHostile(Path lake) throws IOException {
    MadeSnapshot made = new MadeSnapshot().dataset(HOSTILE.get(2));
    Relation[] relations = {
      Relation.FINETUNE, Relation.ADAPTER, Relation.QUANTIZED, Relation.MERGE, Relation.UNSPECIFIED
    };
    String script = HOSTILE.get(0);
    for (int i = 0; i < HOSTILE.size(); i++) {
      String id = HOSTILE.get(i);
      made.model(
              id,
              "licenses",
              List.of("=1+1", "<i>mit</i>"),
              "pipeline_tag",
              "\u202e<b>task</b>",
              "tags",
              List.of(script, "\u0000\u001b]0;owned\u0007"))
          .trainedOn(id, HOSTILE.get(2));
      if (i > 0) {
        made.edge(id, script, relations[i % relations.length].word(), "inference_rule", script);
      }
    }
    for (int i = 0; i < 12; i++) {
      made.edge(script + i, script, "adapter");
    }
    made.textEdge("evil/said " + script, script)
        .succession(script, "new_version", "next/" + HOSTILE.get(1))
        .row(
            TableContracts.RAW_OWNERS,
            Map.of(
                "owner", "evil",
                "type", "<b>person</b>",
                "displayName", HOSTILE.get(2),
                "website", "javascript:window.pwned=1//" + script,
                "status", "found"));
    made.publish(lake, "hostile");
  }
}
