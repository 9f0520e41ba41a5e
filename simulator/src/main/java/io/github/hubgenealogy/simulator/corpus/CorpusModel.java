package io.github.hubgenealogy.simulator.corpus;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.hubgenealogy.simulator.hub.Access;
import io.github.hubgenealogy.simulator.hub.Field;
import io.github.hubgenealogy.simulator.hub.Repository;
import io.github.hubgenealogy.simulator.json.JsonBytes;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;

/**
 * A model of a corpus, its record read. A field that the record lacks stays absent, but for the key
 * and the commit. Nothing is gated: the file has the text.
 */
final class CorpusModel implements Repository {
  private final Line line;
  private final JsonNode api;

  CorpusModel(Line line) {
    this.line = line;
    try {
      this.api = Line.JSON.readTree(line.api() == null ? Made.utf8("{}") : line.api());
    } catch (IOException impossible) {
      throw new UncheckedIOException("we wrote this JSON", impossible);
    }
  }

  @Override
  public String key() {
    return line.key();
  }

  @Override
  public String id() {
    return line.id();
  }

  @Override
  public String sha() {
    return line.sha();
  }

  @Override
  public Access access() {
    return Access.OPEN;
  }

  @Override
  public byte[] readme() {
    return line.readme() == null ? null : line.readme().bytes();
  }

  @Override
  public List<String> tags() {
    List<String> tags = new ArrayList<>();
    api.path("tags").forEach(tag -> tags.add(tag.asText()));
    return tags;
  }

  @Override
  public String pipelineTag() {
    return api.path("pipeline_tag").asText(null);
  }

  @Override
  public long parameters() {
    return api.path("safetensors").path("total").asLong();
  }

  @Override
  public boolean write(Field field, JsonBytes json) {
    JsonNode value = api.get(field.word());
    if (value != null) {
      try {
        json.json(Line.JSON.writeValueAsBytes(value));
      } catch (IOException impossible) {
        throw new UncheckedIOException("a tree is always JSON", impossible);
      }
    } else if (field == Field.SHA) {
      json.string(line.sha());
    } else if (field == Field.MODEL_ID) {
      json.string(line.id());
    } else {
      return false;
    }
    return true;
  }
}
