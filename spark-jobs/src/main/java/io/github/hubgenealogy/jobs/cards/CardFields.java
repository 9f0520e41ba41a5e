package io.github.hubgenealogy.jobs.cards;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * Turns the map of a front matter into typed fields. Keys are the Hub's (docs/hub/model-cards.md);
 * misspellings found in real cards are read as what they mean where the right key is not there too,
 * and named.
 */
public final class CardFields {
  /** Written key to meant key. */
  private static final Map<String, String> MISSPELT =
      Map.ofEntries(
          Map.entry("licence", "license"),
          Map.entry("licenses", "license"),
          Map.entry("licences", "license"),
          Map.entry("license_names", "license_name"),
          Map.entry("licence_name", "license_name"),
          Map.entry("licence_link", "license_link"),
          Map.entry("languages", "language"),
          Map.entry("lang", "language"),
          Map.entry("dataset", "datasets"),
          Map.entry("tag", "tags"),
          Map.entry("metric", "metrics"),
          Map.entry("library", "library_name"),
          Map.entry("library-name", "library_name"),
          Map.entry("pipeline", "pipeline_tag"),
          Map.entry("pipeline-tag", "pipeline_tag"),
          Map.entry("pipeline_tags", "pipeline_tag"),
          Map.entry("base-model", "base_model"),
          Map.entry("base_models", "base_model"),
          Map.entry("basemodel", "base_model"),
          Map.entry("base-model-relation", "base_model_relation"),
          Map.entry("model_index", "model-index"),
          Map.entry("model-indexes", "model-index"));

  /** Keys that have a column. */
  private static final Set<String> READ =
      Set.of(
          "language",
          "license",
          "license_name",
          "license_link",
          "library_name",
          "pipeline_tag",
          "tags",
          "datasets",
          "metrics",
          "base_model",
          "base_model_relation",
          "new_version",
          "duplicated_from",
          "co2_eq_emissions",
          "model-index");

  /** Keys of the Hub's own that steer its pages and have no column here. */
  private static final Set<String> PAGE =
      Set.of(
          "thumbnail",
          "widget",
          "inference",
          "mask_token",
          "instance_prompt",
          "language_bcp47",
          "buckets",
          "extra_gated_prompt",
          "extra_gated_fields",
          "extra_gated_heading",
          "extra_gated_description",
          "extra_gated_button_content",
          "extra_gated_eu_disallowed");

  private static final int MAX_MODEL_INDEX_VALUES = 20_000;
  private static final int MAX_KEYS_NAMED = 100;
  private static final JsonFactory JSON = new JsonFactory();

  private CardFields() {}

  /** Reads all fields. */
  public static DeclaredCard of(Node.Entries root) {
    Map<String, Node> fields = new LinkedHashMap<>();
    List<String> misspelt = new ArrayList<>();
    List<String> unknown = new ArrayList<>();
    root.entries().forEach((key, value) -> place(key, value, root, fields, misspelt, unknown));
    List<String> languages = Words.list(fields.get("language"));
    return new DeclaredCard(
        languages,
        Languages.iso(languages),
        lowerCase(Words.list(fields.get("license"))),
        Words.first(fields.get("license_name")),
        Words.first(fields.get("license_link")),
        Words.first(fields.get("library_name")),
        Words.first(fields.get("pipeline_tag")),
        Words.list(fields.get("tags")),
        Words.list(fields.get("datasets")),
        Words.list(fields.get("metrics")),
        Words.ids(fields.get("base_model")),
        Words.first(fields.get("base_model_relation")),
        Words.first(fields.get("new_version")),
        Words.first(fields.get("duplicated_from")),
        misspelt,
        unknown,
        grams(fields.get("co2_eq_emissions")),
        json(fields.get("model-index")));
  }

  private static List<String> lowerCase(List<String> words) {
    words.replaceAll(word -> word.toLowerCase(Locale.ROOT));
    return words;
  }

  private static void place(
      String key,
      Node value,
      Node.Entries root,
      Map<String, Node> fields,
      List<String> misspelt,
      List<String> unknown) {
    if (READ.contains(key)) {
      fields.put(key, value);
      return;
    }
    String meant = MISSPELT.get(key.strip().toLowerCase(Locale.ROOT));
    if (meant == null && READ.contains(key.strip().toLowerCase(Locale.ROOT))) {
      meant = key.strip().toLowerCase(Locale.ROOT);
    }
    if (meant != null && !root.entries().containsKey(meant) && !fields.containsKey(meant)) {
      fields.put(meant, value);
      misspelt.add(key);
    } else if (!PAGE.contains(key) && unknown.size() < MAX_KEYS_NAMED) {
      unknown.add(key);
    }
  }

  /** Emissions: a number, or a map whose {@code emissions} is one. */
  private static Double grams(Node node) {
    Node number = node instanceof Node.Entries map ? map.entries().get("emissions") : node;
    if (number instanceof Node.Scalar scalar && Decimals.isJson(scalar.text().strip())) {
      double grams = Double.parseDouble(scalar.text().strip());
      return Double.isFinite(grams) ? grams : null;
    }
    return null;
  }

  /** A value as JSON; null where there is none or it is too large to keep. */
  private static String json(Node node) {
    if (node == null || node instanceof Node.Nothing || node.size() > MAX_MODEL_INDEX_VALUES) {
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
