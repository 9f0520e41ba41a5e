package io.github.hubgenealogy.simulator.ecosystem;

import io.github.hubgenealogy.simulator.hub.Access;
import io.github.hubgenealogy.simulator.hub.Field;
import io.github.hubgenealogy.simulator.hub.Repository;
import io.github.hubgenealogy.simulator.json.Instants;
import io.github.hubgenealogy.simulator.json.JsonBytes;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** A simulated dataset as a repository of the Hub. */
final class DatasetRepository implements Repository {
  private final DatasetRecord record;

  DatasetRepository(Ecosystem ecosystem, int number) {
    this.record = new DatasetRecord(ecosystem, number);
  }

  @Override
  public String key() {
    return record.key();
  }

  @Override
  public String id() {
    return record.id();
  }

  @Override
  public String sha() {
    return record.sha();
  }

  @Override
  public Access access() {
    return record.gated() ? Access.GATED : Access.OPEN;
  }

  @Override
  public byte[] readme() {
    return ("---\nlicense: mit\n---\n\n# " + id() + "\n\nAn invented dataset without data.\n")
        .getBytes(StandardCharsets.UTF_8);
  }

  @Override
  public List<String> tags() {
    return record.tags();
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
    switch (field) {
      case AUTHOR -> {
        if (record.author() == null) {
          return false;
        }
        json.string(record.author());
      }
      case CARD_DATA -> json.beginObject().name("license").string("mit").endObject();
      case SHA -> json.string(sha());
      case CREATED_AT, LAST_MODIFIED -> json.string(Instants.text(record.created()));
      case TAGS -> json.value(tags());
      case PRIVATE, DISABLED -> json.bool(false);
      case GATED -> {
        if (record.gated()) {
          json.string("auto");
        } else {
          json.bool(false);
        }
      }
      case DOWNLOADS -> json.number(record.downloads());
      case DOWNLOADS_ALL_TIME -> json.number(record.downloadsEver());
      case LIKES -> json.number(record.likes());
      case TRENDING_SCORE, USED_STORAGE -> json.number(0);
      case SIBLINGS -> {
        json.beginArray().beginObject().name("rfilename").string("README.md");
        json.endObject().endArray();
      }
      case DESCRIPTION -> json.string("An invented dataset without data.");
      case BASE_MODELS,
          EVAL_RESULTS,
          GGUF,
          INFERENCE,
          INFERENCE_PROVIDER_MAPPING,
          INFERENCE_PROVIDERS,
          RESOURCE_GROUP,
          CONFIG,
          MASK_TOKEN,
          MODEL_INDEX,
          SAFETENSORS,
          PIPELINE_TAG,
          LIBRARY_NAME,
          TRANSFORMERS_INFO,
          WIDGET_DATA,
          SPACES,
          XET_ENABLED,
          CHILDREN_MODEL_COUNT,
          MODEL_ID,
          CITATION,
          SIBLINGS_WITH_BLOBS,
          PAPERS_WITH_CODE_ID -> {
        return false;
      }
    }
    return true;
  }
}
