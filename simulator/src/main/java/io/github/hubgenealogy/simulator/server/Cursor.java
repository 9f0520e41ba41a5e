package io.github.hubgenealogy.simulator.server;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.hubgenealogy.simulator.hub.SortKey;
import io.github.hubgenealogy.simulator.json.Instants;
import io.github.hubgenealogy.simulator.json.JsonBytes;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Base64;

/**
 * A position in a sorted list: the Mongo filter that the Hub's cursors are (hub-api §1.5), in
 * base64. It needs no memory of the server's, so that one made by a client is as good.
 *
 * @param value the sort key's value of the last record, NaN where it has none
 * @param key the last record's key
 */
record Cursor(double value, String key) {
  private static final ObjectMapper JSON = new ObjectMapper();

  String encode(SortKey sort, boolean ascending) {
    JsonBytes json = new JsonBytes(160);
    json.beginObject().name("$or").beginArray().beginObject();
    value(sort, json.name(sort.word()));
    json.name("_id").beginObject().name("$gt").string(key).endObject().endObject();
    if (!Double.isNaN(value)) {
      json.beginObject().name(sort.word()).beginObject();
      value(sort, json.name(ascending ? "$gt" : "$lt"));
      json.endObject().endObject();
      json.beginObject().name(sort.word()).nothing().endObject();
    }
    json.endArray().endObject();
    return Base64.getEncoder().encodeToString(json.toByteArray());
  }

  private void value(SortKey sort, JsonBytes json) {
    if (Double.isNaN(value)) {
      json.nothing();
    } else if (sort.instant()) {
      json.string(Instants.textOfMillis((long) value));
    } else {
      json.number(value);
    }
  }

  /** Reads a cursor, whoever made it. */
  static Cursor decode(String text, SortKey sort) {
    try {
      String standard = text.replace('-', '+').replace('_', '/').replace("=", "");
      JsonNode filter = JSON.readTree(Base64.getDecoder().decode(standard));
      JsonNode first = filter.path("$or").path(0);
      JsonNode key = first.path("_id").path("$gt");
      JsonNode value = first.get(sort.word());
      if (!key.isTextual() || value == null) {
        throw invalid();
      }
      return new Cursor(number(value, sort), key.asText());
    } catch (IllegalArgumentException | DateTimeException notBase64) {
      throw invalid();
    } catch (JsonProcessingException notJson) {
      throw invalid();
    } catch (java.io.IOException impossible) {
      throw new IllegalStateException(impossible);
    }
  }

  private static double number(JsonNode value, SortKey sort) {
    if (value.isNull()) {
      return Double.NaN;
    } else if (sort.instant()) {
      return Instant.parse(value.asText()).toEpochMilli();
    } else if (value.isNumber()) {
      return value.asDouble();
    }
    throw invalid();
  }

  private static BadRequest invalid() {
    return new BadRequest("Invalid cursor");
  }
}
