package io.github.hubgenealogy.simulator.hub;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * A field of a repository's record, in the order in which the Hub writes them for {@code expand} on
 * its list (a recorded answer, hub-samples.json).
 */
public enum Field {
  AUTHOR("author"),
  BASE_MODELS("baseModels"),
  CARD_DATA("cardData"),
  DISABLED("disabled"),
  EVAL_RESULTS("evalResults"),
  GATED("gated"),
  GGUF("gguf"),
  INFERENCE("inference"),
  INFERENCE_PROVIDER_MAPPING("inferenceProviderMapping"),
  LAST_MODIFIED("lastModified"),
  LIKES("likes"),
  TRENDING_SCORE("trendingScore"),
  PRIVATE("private"),
  RESOURCE_GROUP("resourceGroup"),
  SHA("sha"),
  CONFIG("config"),
  MASK_TOKEN("mask_token"),
  DOWNLOADS("downloads"),
  DOWNLOADS_ALL_TIME("downloadsAllTime"),
  MODEL_INDEX("model-index"),
  SAFETENSORS("safetensors"),
  TAGS("tags"),
  PIPELINE_TAG("pipeline_tag"),
  LIBRARY_NAME("library_name"),
  TRANSFORMERS_INFO("transformersInfo"),
  WIDGET_DATA("widgetData"),
  CREATED_AT("createdAt"),
  SIBLINGS("siblings"),
  SPACES("spaces"),
  XET_ENABLED("xetEnabled"),
  CHILDREN_MODEL_COUNT("childrenModelCount"),
  USED_STORAGE("usedStorage"),
  MODEL_ID("modelId"),
  /** The detail's form of inferenceProviderMapping, an object where the list has an array. */
  INFERENCE_PROVIDERS("inferenceProviderMapping"),
  /** The files with their sizes, which the detail has for {@code blobs=true}. */
  SIBLINGS_WITH_BLOBS("siblings"),
  DESCRIPTION("description"),
  CITATION("citation"),
  PAPERS_WITH_CODE_ID("paperswithcode_id");

  private static final Map<String, Field> BY_WORD = new HashMap<>();

  static {
    for (Field field : values()) {
      BY_WORD.putIfAbsent(field.word, field);
    }
  }

  private final String word;

  Field(String word) {
    this.word = word;
  }

  /** Its name in JSON. */
  public String word() {
    return word;
  }

  public static Optional<Field> of(String word) {
    return Optional.ofNullable(BY_WORD.get(word));
  }
}
