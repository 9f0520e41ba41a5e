package io.github.hubgenealogy.jobs.cards;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.hubgenealogy.jobs.RealCards;
import io.github.hubgenealogy.jobs.pipeline.JobsSettings;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/**
 * What becomes of each oddity that was found in real cards: a line a row of {@code malformed.tsv},
 * with its number, kind, status and remark, which copy nothing of a card. {@code
 * -Dhubgen.golden=write} writes the file anew; the reason for each kind stands in docs/cards.md.
 */
final class MalformedTest {
  private static final Path GOLDEN = Path.of("src", "test", "resources", "malformed-outcomes.tsv");

  @Test
  void each_oddity_has_its_outcome() throws IOException {
    List<String> rows = Files.readAllLines(RealCards.file("malformed.tsv"), StandardCharsets.UTF_8);
    Map<String, ReadCard> cards = new HashMap<>();
    CardReader reader = new CardReader(JobsSettings.defaults().cards());
    RealCards.forEach((id, card) -> cards.put(id, reader.readme(card, false)));
    List<String> outcomes = new ArrayList<>();
    for (int row = 1; row < rows.size(); row++) {
      String[] cells = rows.get(row).split("\t", -1);
      outcomes.add(row + "\t" + cells[0] + "\t" + outcome(cells[0], cards.get(cells[2])));
    }
    if ("write".equals(System.getProperty("hubgen.golden"))) {
      Files.write(GOLDEN, outcomes);
    }
    assertThat(outcomes).isEqualTo(Files.readAllLines(GOLDEN));
  }

  private static String outcome(String kind, ReadCard card) {
    if (card == null) {
      return "missing";
    }
    DeclaredCard declared = card.declared();
    String detail =
        switch (kind) {
          case "typo-key" -> "misspelt " + declared.misspeltKeys().size();
          case "license-is-list" -> "licenses " + declared.licenses().size();
          case "language-norwegian-problem(no->False)" ->
              "no among languages " + declared.languages().contains("no");
          case "language-several-in-one-string" -> "languages " + declared.languages().size();
          case "datasets-is-string", "datasets-nonstring-item" ->
              "datasets " + declared.datasets().size();
          case "tags-is-string", "tags-nonstring-item" -> "tags " + declared.tags().size();
          case "metrics-is-string", "metrics-nonstring-item" ->
              "metrics " + declared.metrics().size();
          case "library_name-is-list" -> "library " + (declared.libraryName() != null);
          case "pipeline_tag-is-list" -> "task " + (declared.pipelineTag() != null);
          case "model-index-invalid-shape" -> "model index " + (declared.modelIndex() != null);
          default -> kind.startsWith("base_model") ? "bases " + declared.baseModels().size() : "";
        };
    String remark = card.remark() == null ? "" : card.remark().replaceAll("'[^']*'", "'…'");
    return String.join(
        "\t",
        card.status().word(),
        card.encoding() == null ? "" : card.encoding(),
        detail,
        "dropped " + declared.droppedValues(),
        remark);
  }
}
