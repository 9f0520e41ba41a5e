package io.github.hubgenealogy.simulator.ecosystem;

import io.github.hubgenealogy.simulator.hub.Access;
import io.github.hubgenealogy.simulator.hub.Field;
import io.github.hubgenealogy.simulator.hub.Repository;
import io.github.hubgenealogy.simulator.json.Instants;
import io.github.hubgenealogy.simulator.json.JsonBytes;
import java.util.List;

/** A model that answers for itself though no list has it. It has no card and little to say. */
final class UnlistedRepository implements Repository {
  private final Ecosystem ecosystem;
  private final int number;

  UnlistedRepository(Ecosystem ecosystem, int number) {
    this.ecosystem = ecosystem;
    this.number = number;
  }

  @Override
  public String key() {
    return ecosystem.keyOfDeleted(number);
  }

  @Override
  public String id() {
    return ecosystem.names().deletedId(number);
  }

  @Override
  public String sha() {
    return ecosystem.keys().commit(-1L - number, 0);
  }

  @Override
  public Access access() {
    return Access.OPEN;
  }

  @Override
  public byte[] readme() {
    return null;
  }

  @Override
  public List<String> tags() {
    return List.of("region:us");
  }

  @Override
  public String pipelineTag() {
    return null;
  }

  @Override
  public long parameters() {
    return 0;
  }

  @Override
  public boolean write(Field field, JsonBytes json) {
    String instant = Instants.text(Timeline.SENTINEL + 5 + number);
    switch (field) {
      case AUTHOR -> json.string(id().substring(0, id().indexOf('/')));
      case MODEL_ID -> json.string(id());
      case SHA -> json.string(sha());
      case CREATED_AT, LAST_MODIFIED -> json.string(instant);
      case TAGS -> json.value(tags());
      case PRIVATE, DISABLED, GATED -> json.bool(false);
      case DOWNLOADS, DOWNLOADS_ALL_TIME, LIKES, TRENDING_SCORE, USED_STORAGE -> json.number(0);
      case CONFIG, INFERENCE_PROVIDERS -> json.beginObject().endObject();
      case MODEL_INDEX -> json.nothing();
      case SIBLINGS, SPACES, INFERENCE_PROVIDER_MAPPING -> json.beginArray().endArray();
      case CHILDREN_MODEL_COUNT -> new ChildCount(ecosystem).writeNone(json);
      case XET_ENABLED -> json.bool(true);
      case BASE_MODELS,
          CARD_DATA,
          EVAL_RESULTS,
          GGUF,
          INFERENCE,
          RESOURCE_GROUP,
          MASK_TOKEN,
          SAFETENSORS,
          PIPELINE_TAG,
          LIBRARY_NAME,
          TRANSFORMERS_INFO,
          WIDGET_DATA,
          DESCRIPTION,
          CITATION,
          SIBLINGS_WITH_BLOBS,
          PAPERS_WITH_CODE_ID -> {
        return false;
      }
    }
    return true;
  }
}
