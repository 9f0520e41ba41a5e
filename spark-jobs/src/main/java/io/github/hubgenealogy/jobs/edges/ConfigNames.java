package io.github.hubgenealogy.jobs.edges;

import static io.github.hubgenealogy.jobs.tables.Columns.ARCHITECTURES;
import static io.github.hubgenealogy.jobs.tables.Columns.MODEL_TYPE;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.util.JsonRecyclerPools;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/**
 * What a model's configuration names: its type and its architectures. Of a key that is there twice
 * the last counts; what is neither text, number nor truth value names nothing, and neither does
 * text that is no JSON.
 *
 * @param type {@code model_type}, or null
 * @param architectures those that have a name, empty where there are none
 */
record ConfigNames(String type, List<String> architectures) {
  /** The factory's own pool is kept by thread, and Spark's threads have so many such values. */
  private static final JsonFactory JSON =
      JsonFactory.builder().recyclerPool(JsonRecyclerPools.newConcurrentDequePool()).build();

  private static final ConfigNames NONE = new ConfigNames(null, List.of());

  ConfigNames {
    architectures = List.copyOf(architectures);
  }

  /** Reads a configuration as JSON in UTF-8. */
  static ConfigNames of(byte[] config) {
    String type = null;
    List<String> architectures = List.of();
    try (JsonParser json = JSON.createParser(config)) {
      if (json.nextToken() != JsonToken.START_OBJECT) {
        return NONE;
      }
      while (json.nextToken() == JsonToken.FIELD_NAME) {
        String key = json.currentName();
        JsonToken value = json.nextToken();
        if (key.equals(MODEL_TYPE)) {
          type = scalar(json);
        } else if (key.equals(ARCHITECTURES) && value == JsonToken.START_ARRAY) {
          architectures = scalars(json);
        } else if (key.equals(ARCHITECTURES)) {
          architectures = List.of();
          json.skipChildren();
        } else {
          json.skipChildren();
        }
      }
      return new ConfigNames(type, architectures);
    } catch (IOException notJson) {
      // The column is JSON that we or an import wrote; what is none names nothing.
      return NONE;
    }
  }

  private static List<String> scalars(JsonParser json) throws IOException {
    List<String> found = new ArrayList<>();
    while (json.nextToken() != JsonToken.END_ARRAY) {
      String name = scalar(json);
      if (name != null) {
        found.add(name);
      }
    }
    return found;
  }

  private static String scalar(JsonParser json) throws IOException {
    JsonToken token = json.currentToken();
    if (token.isStructStart()) {
      json.skipChildren();
      return null;
    }
    return token == JsonToken.VALUE_NULL ? null : json.getText();
  }
}
