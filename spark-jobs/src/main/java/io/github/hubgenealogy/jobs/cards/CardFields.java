package io.github.hubgenealogy.jobs.cards;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * Turns the map of a front matter into typed fields. A misspelt key is read as what it means where
 * the right one is not there too, and named; so is every key that has no column. Single values that
 * no column takes are counted.
 */
public final class CardFields {
  private static final int MAX_KEYS_NAMED = 100;
  private static final JsonFactory JSON = new JsonFactory();

  private CardFields() {}

  /**
   * Reads all fields.
   *
   * @param overwritten how many values the map lost to a later one under the same key
   * @param maxModelIndexValues a larger model-index is counted as dropped
   */
  static DeclaredCard of(Node.Entries root, long overwritten, long maxModelIndexValues) {
    Placed placed = new Placed(root);
    Map<String, Node> fields = placed.fields;
    Words words = placed.words;
    List<String> languages = words.list(fields.get("language"));
    List<String> licenses = words.list(fields.get("license"));
    licenses.replaceAll(word -> word.toLowerCase(Locale.ROOT));
    return new DeclaredCard(
        languages,
        Languages.iso(languages),
        licenses,
        words.first(fields.get("license_name")),
        words.first(fields.get("license_link")),
        words.first(fields.get("library_name")),
        words.first(fields.get("pipeline_tag")),
        words.list(fields.get("tags")),
        words.list(fields.get("datasets")),
        words.list(fields.get("metrics")),
        words.ids(fields.get("base_model")),
        words.first(fields.get("base_model_relation")),
        words.first(fields.get("new_version")),
        words.first(fields.get("duplicated_from")),
        placed.misspelt,
        placed.unknown,
        placed.ofPages,
        grams(fields.get("co2_eq_emissions"), words),
        json(fields.get("model-index"), maxModelIndexValues, words),
        words.dropped() + overwritten);
  }

  /** The entries of a front matter by what their keys mean. */
  private static final class Placed {
    private final Map<String, Node> fields = new HashMap<>();
    private final List<String> misspelt = new ArrayList<>();
    private final List<String> unknown = new ArrayList<>();
    private final List<String> ofPages = new ArrayList<>();
    private final Words words = new Words();

    Placed(Node.Entries root) {
      root.entries().forEach((key, value) -> place(key, value, root));
    }

    private void place(String key, Node value, Node.Entries root) {
      if (Keys.isRead(key)) {
        fields.put(key, value);
        return;
      }
      if (Keys.isOfPages(key)) {
        ofPages.add(key);
        return;
      }
      String meant = Keys.meant(key);
      if (meant != null && !root.entries().containsKey(meant) && !fields.containsKey(meant)) {
        fields.put(meant, value);
        misspelt.add(key);
      } else if (unknown.size() < MAX_KEYS_NAMED) {
        unknown.add(key);
      } else {
        words.drop(value);
      }
    }
  }

  /** Emissions: a number, or a map whose {@code emissions} is one. */
  private static Double grams(Node node, Words words) {
    if (node == null) {
      return null;
    }
    Node number = node instanceof Node.Entries map ? map.entries().get("emissions") : node;
    Double grams = null;
    if (number instanceof Node.Scalar scalar && Decimals.isJson(scalar.text().strip())) {
      double parsed = Double.parseDouble(scalar.text().strip());
      grams = Double.isFinite(parsed) ? parsed : null;
    }
    if (grams == null || number != node) {
      words.drop(node);
    }
    if (grams != null && number != node) {
      words.keep();
    }
    return grams;
  }

  /** A value as JSON; null where there is none or it is too large to keep. */
  private static String json(Node node, long most, Words words) {
    if (node == null || node instanceof Node.Nothing) {
      return null;
    }
    if (node.size() > most) {
      words.drop(node);
      return null;
    }
    StringWriter text = new StringWriter();
    try (JsonGenerator generator = JSON.createGenerator(text)) {
      write(node, generator);
    } catch (IOException impossible) {
      throw new UncheckedIOException(impossible);
    }
    return text.toString();
  }

  /** Depth is bounded by the reader's own limit. */
  private static void write(Node node, JsonGenerator generator) throws IOException {
    if (node instanceof Node.Scalar scalar) {
      if (scalar.number() && Decimals.isJson(scalar.text())) {
        generator.writeNumber(scalar.text());
      } else if (scalar.truth()) {
        generator.writeBoolean(scalar.text().equalsIgnoreCase("true"));
      } else {
        generator.writeString(scalar.text());
      }
    } else if (node instanceof Node.Items items) {
      generator.writeStartArray();
      for (Node item : items.items()) {
        write(item, generator);
      }
      generator.writeEndArray();
    } else if (node instanceof Node.Entries map) {
      generator.writeStartObject();
      for (Map.Entry<String, Node> entry : map.entries().entrySet()) {
        generator.writeFieldName(entry.getKey());
        write(entry.getValue(), generator);
      }
      generator.writeEndObject();
    } else {
      generator.writeNull();
    }
  }
}
