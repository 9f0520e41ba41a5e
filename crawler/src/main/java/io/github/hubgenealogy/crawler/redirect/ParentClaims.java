package io.github.hubgenealogy.crawler.redirect;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import io.github.hubgenealogy.crawler.RawColumns;
import io.github.hubgenealogy.lake.id.ClaimedId;
import java.io.IOException;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;

/**
 * The parents that one row of raw/models claims, of whatever source: the card's {@code base_model},
 * the tags {@code base_model:…}, the Hub's own {@code baseModels}, and the base that a PEFT
 * configuration names.
 */
public final class ParentClaims {
  /** The columns of raw/models that claims stand in, in the order that {@link #of} takes. */
  public static final List<String> COLUMNS =
      List.of(RawColumns.TAGS, RawColumns.CARD_DATA, RawColumns.BASE_MODELS, RawColumns.CONFIG);

  private static final String TAG = "base_model:";
  private static final Set<String> RELATIONS = Set.of("finetune", "quantized", "adapter", "merge");

  private final JsonFactory json = new JsonFactory();
  private final Consumer<String> sink;

  /**
   * Prepares.
   *
   * @param sink is given each well-formed id, cleaned; the same one may come more than once
   */
  public ParentClaims(Consumer<String> sink) {
    this.sink = sink;
  }

  /** Takes the claims out of a row of {@link #COLUMNS}. */
  public void of(Object[] row) {
    of((List<?>) row[0], (String) row[1], (Object[]) row[2], (String) row[3]);
  }

  private void of(List<?> tags, String cardData, Object[] baseModels, String config) {
    if (tags != null) {
      for (Object tag : tags) {
        tag((String) tag);
      }
    }
    if (cardData != null && cardData.contains("\"base_model\"")) {
      texts(cardData, "base_model");
    }
    if (baseModels != null && baseModels[1] != null) {
      for (Object model : (List<?>) baseModels[1]) {
        Object id = ((Object[]) model)[1];
        if (id != null) {
          claim((String) id);
        }
      }
    }
    if (config != null && config.contains("\"base_model_name_or_path\"")) {
      texts(config, "peft", "base_model_name_or_path");
    }
  }

  private void tag(String tag) {
    if (!tag.startsWith(TAG)) {
      return;
    }
    String rest = tag.substring(TAG.length());
    int colon = rest.indexOf(':');
    claim(
        colon > 0 && RELATIONS.contains(rest.substring(0, colon))
            ? rest.substring(colon + 1)
            : rest);
  }

  private void claim(String text) {
    ClaimedId claimed = ClaimedId.of(text);
    switch (claimed.shape()) {
      case OWNED, BARE -> sink.accept(claimed.id());
      case LOCAL_PATH, PLACEHOLDER, MALFORMED -> {}
    }
  }

  /** The texts at a path of an object: one, or a list of them. */
  private void texts(String object, String... path) {
    try (JsonParser parser = json.createParser(object)) {
      if (parser.nextToken() == JsonToken.START_OBJECT) {
        descend(parser, path, 0);
      }
    } catch (IOException unreadable) {
      throw new IllegalStateException("raw/models holds a JSON text that is none", unreadable);
    }
  }

  private void descend(JsonParser parser, String[] path, int depth) throws IOException {
    String field;
    while ((field = parser.nextFieldName()) != null) {
      JsonToken token = parser.nextToken();
      if (!field.equals(path[depth])) {
        parser.skipChildren();
      } else if (depth + 1 < path.length) {
        if (token == JsonToken.START_OBJECT) {
          descend(parser, path, depth + 1);
        } else {
          parser.skipChildren();
        }
      } else if (token == JsonToken.VALUE_STRING) {
        claim(parser.getText());
      } else if (token == JsonToken.START_ARRAY) {
        elements(parser);
      } else {
        parser.skipChildren();
      }
    }
  }

  private void elements(JsonParser parser) throws IOException {
    JsonToken token;
    while ((token = parser.nextToken()) != JsonToken.END_ARRAY) {
      if (token == JsonToken.VALUE_STRING) {
        claim(parser.getText());
      } else {
        parser.skipChildren();
      }
    }
  }
}
