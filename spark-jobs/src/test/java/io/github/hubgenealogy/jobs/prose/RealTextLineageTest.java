package io.github.hubgenealogy.jobs.prose;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.hubgenealogy.jobs.RealCards;
import io.github.hubgenealogy.jobs.cards.CardReader;
import io.github.hubgenealogy.jobs.pipeline.JobsSettings;
import io.github.hubgenealogy.lake.id.ClaimedId;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Test;

/**
 * The prose of published cards against the parents that people proposed for them. With {@code
 * -Dhubgen.text-sample=FILE} it also writes 200 claims of other cards to be read by hand.
 */
final class RealTextLineageTest {
  private static final int SAMPLE = 200;

  private final CardReader reader = new CardReader(JobsSettings.defaults().cards());

  @Test
  void the_claims_on_the_proposed_children_equal_the_pairs() throws IOException {
    Map<String, Set<String>> pairs = pairs();
    int claims = 0;
    int equal = 0;
    Set<String> found = new HashSet<>();
    List<String> others = new ArrayList<>();
    for (JsonNode card : cards()) {
      String id = card.get("id").asText();
      for (String[] claim : claims(id, card)) {
        if (!pairs.containsKey(id)) {
          others.add(String.join("\t", claim));
        } else {
          claims++;
          if (pairs.get(id).contains(claim[1])) {
            equal++;
            found.add(id + "\t" + claim[1]);
          }
        }
      }
    }
    int all = pairs.values().stream().mapToInt(Set::size).sum();
    assertThat((double) equal / claims).as("%d of %d claims", equal, claims).isGreaterThan(0.98);
    assertThat((double) found.size() / all)
        .as("%d of %d pairs", found.size(), all)
        .isGreaterThan(0.90);
    String sheet = System.getProperty("hubgen.text-sample");
    if (sheet != null) {
      java.util.Collections.shuffle(others, new Random(1));
      Files.write(Path.of(sheet), others.subList(0, Math.min(SAMPLE, others.size())));
    }
  }

  /** Child, claimed id, rule and the sentence of each claim of a card. */
  private List<String[]> claims(String id, JsonNode card) {
    byte[] bytes =
        card.has("readme_base64")
            ? Base64.getDecoder().decode(card.get("readme_base64").asText())
            : card.path("readme").asText().getBytes(StandardCharsets.UTF_8);
    List<Statement> statements = reader.readme(bytes, false).statements();
    List<String[]> claims = new ArrayList<>();
    for (TextParent parent : TextParents.of(id, statements)) {
      String claimed = ClaimedId.of(parent.claimedText()).id();
      claims.add(
          new String[] {
            id, claimed == null ? parent.claimedText() : claimed, parent.rule().word(),
          });
    }
    return claims;
  }

  private static Map<String, Set<String>> pairs() throws IOException {
    List<String> lines = Files.readAllLines(RealCards.file("text-lineage.tsv"));
    Map<String, Set<String>> pairs = new HashMap<>();
    for (String line : lines.subList(1, lines.size())) {
      String[] cells = line.split("\t");
      pairs.computeIfAbsent(cells[0], child -> new HashSet<>()).add(cells[1]);
    }
    return pairs;
  }

  private static List<JsonNode> cards() throws IOException {
    ObjectMapper json = new ObjectMapper();
    List<JsonNode> cards = new ArrayList<>();
    try (BufferedReader lines =
        new BufferedReader(
            new InputStreamReader(
                new GZIPInputStream(Files.newInputStream(RealCards.file("cards.jsonl.gz"))),
                StandardCharsets.UTF_8))) {
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        JsonNode card = json.readTree(line);
        if (card.has("readme") || card.has("readme_base64")) {
          cards.add(card);
        }
      }
    }
    return cards;
  }
}
