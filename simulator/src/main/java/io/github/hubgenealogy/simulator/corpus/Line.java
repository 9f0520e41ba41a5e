package io.github.hubgenealogy.simulator.corpus;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.hubgenealogy.simulator.hub.SortKey;
import java.io.IOException;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * One line of a corpus as it is kept in memory: the Hub's record as the bytes of its JSON, the
 * README packed.
 *
 * @param api the record, or null where the file has none
 * @param readme or null for a model without a card
 * @param formerIds names that lead here
 * @param sortValues what the record has of the values to sort by
 */
record Line(
    String id,
    String key,
    String sha,
    byte[] api,
    Packed readme,
    List<String> formerIds,
    Map<SortKey, Double> sortValues) {
  static final ObjectMapper JSON = new ObjectMapper();

  static Line of(JsonNode line) throws IOException {
    String id = line.path("id").asText();
    JsonNode api = line.path("api");
    byte[] readme = null;
    if (line.hasNonNull("readme_base64")) {
      readme = line.get("readme_base64").binaryValue();
    } else if (line.hasNonNull("readme")) {
      readme = Made.utf8(line.get("readme").asText());
    }
    Map<SortKey, Double> sortValues = new EnumMap<>(SortKey.class);
    for (SortKey sort : SortKey.values()) {
      double value = sortValue(api.path(sort.word()), sort);
      if (!Double.isNaN(value)) {
        sortValues.put(sort, value);
      }
    }
    return new Line(
        id,
        api.hasNonNull("_id")
            ? api.get("_id").asText()
            : Made.key(id, sortValues.get(SortKey.CREATED_AT)),
        api.hasNonNull("sha") ? api.get("sha").asText() : Made.sha(id),
        api.isObject() ? JSON.writeValueAsBytes(api) : null,
        readme == null ? null : Packed.of(readme),
        formerIds(line),
        sortValues);
  }

  private static List<String> formerIds(JsonNode line) {
    List<String> ids = new ArrayList<>();
    line.path("renamed_from").forEach(id -> ids.add(id.asText()));
    return ids;
  }

  private static double sortValue(JsonNode value, SortKey sort) {
    if (!sort.instant()) {
      return value.isNumber() ? value.asDouble() : Double.NaN;
    }
    try {
      return value.isTextual() ? Instant.parse(value.asText()).toEpochMilli() : Double.NaN;
    } catch (DateTimeParseException odd) {
      return Double.NaN;
    }
  }

  double sortValue(SortKey sort) {
    return sortValues.getOrDefault(sort, Double.NaN);
  }
}
