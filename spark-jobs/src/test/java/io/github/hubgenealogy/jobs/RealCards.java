package io.github.hubgenealogy.jobs;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Assumptions;

/**
 * The published cards that lie beside the checkout on machines that have them; elsewhere tests that
 * use them are skipped.
 */
public final class RealCards {
  private RealCards() {}

  /** Whether they lie there, for tests that do without them too. */
  public static boolean areThere() {
    return Files.exists(
        Path.of(System.getProperty("hubgen.home"), "..", "shared", "real", "cards.jsonl.gz"));
  }

  /** A file of the folder; its absence skips the test. */
  public static Path file(String name) {
    Path file =
        Path.of(System.getProperty("hubgen.home"), "..", "shared", "real", name).normalize();
    Assumptions.assumeTrue(Files.exists(file), "no real cards beside this checkout: " + name);
    return file;
  }

  /** Takes one model with a card: its id and the card's bytes. */
  public interface Sink {
    void take(String id, byte[] card) throws IOException;
  }

  /** All cards that there are, one after another. */
  public static void forEach(Sink sink) throws IOException {
    forEachModel(
        (id, card) -> {
          if (card != null) {
            sink.take(id, card);
          }
        });
  }

  /** All models, those without a card with null. */
  public static void forEachModel(Sink sink) throws IOException {
    ObjectMapper json = new ObjectMapper();
    try (BufferedReader lines =
        new BufferedReader(
            new InputStreamReader(
                new GZIPInputStream(Files.newInputStream(file("cards.jsonl.gz"))),
                StandardCharsets.UTF_8))) {
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        JsonNode card = json.readTree(line);
        if (card.has("readme_base64")) {
          sink.take(
              card.get("id").asText(),
              Base64.getDecoder().decode(card.get("readme_base64").asText()));
        } else if (card.has("readme")) {
          sink.take(
              card.get("id").asText(),
              card.get("readme").asText().getBytes(StandardCharsets.UTF_8));
        } else {
          sink.take(card.get("id").asText(), null);
        }
      }
    }
  }

  /** All cards as a snapshot's raw tables, with the API fields that they have. */
  public static RawSnapshot snapshot(Path lake, String id) throws IOException {
    RawSnapshot snapshot = new RawSnapshot(lake, id);
    ObjectMapper json = new ObjectMapper();
    try (BufferedReader lines =
        new BufferedReader(
            new InputStreamReader(
                new GZIPInputStream(Files.newInputStream(file("cards.jsonl.gz"))),
                StandardCharsets.UTF_8))) {
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        JsonNode card = json.readTree(line);
        String model = card.get("id").asText();
        List<String> tags = new ArrayList<>();
        card.path("api").path("tags").forEach(tag -> tags.add(tag.asText()));
        JsonNode config = card.path("api").path("config");
        snapshot.model(model, "tags", tags, "config", config.isObject() ? config.toString() : null);
        if (card.has("readme_base64")) {
          snapshot.card(
              model, "ok", Base64.getDecoder().decode(card.get("readme_base64").asText()));
        } else if (card.has("readme")) {
          snapshot.card(model, card.get("readme").asText());
        } else {
          snapshot.card(model, "missing", null);
        }
      }
    }
    return snapshot;
  }
}
