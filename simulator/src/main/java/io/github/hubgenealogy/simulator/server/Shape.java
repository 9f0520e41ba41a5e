package io.github.hubgenealogy.simulator.server;

import static io.github.hubgenealogy.simulator.hub.Field.*;

import io.github.hubgenealogy.simulator.hub.Field;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Which fields an answer has and in which order (hub-api §1.2 and §1.3, and the recorded answers).
 */
final class Shape {
  private static final List<Field> PLAIN =
      List.of(
          LIKES,
          TRENDING_SCORE,
          PRIVATE,
          DOWNLOADS,
          TAGS,
          PIPELINE_TAG,
          LIBRARY_NAME,
          CREATED_AT,
          MODEL_ID);
  private static final List<Field> FULL =
      List.of(
          AUTHOR,
          GATED,
          LAST_MODIFIED,
          LIKES,
          PRIVATE,
          SHA,
          CONFIG,
          DOWNLOADS,
          TAGS,
          PIPELINE_TAG,
          LIBRARY_NAME,
          CREATED_AT,
          MODEL_ID,
          CARD_DATA,
          SIBLINGS);
  private static final List<Field> DETAIL =
      List.of(
          PRIVATE,
          PIPELINE_TAG,
          LIBRARY_NAME,
          TAGS,
          DOWNLOADS,
          LIKES,
          MODEL_ID,
          AUTHOR,
          SHA,
          LAST_MODIFIED,
          GATED,
          INFERENCE,
          DISABLED,
          MASK_TOKEN,
          WIDGET_DATA,
          MODEL_INDEX,
          CONFIG,
          CARD_DATA,
          TRANSFORMERS_INFO,
          GGUF,
          SIBLINGS,
          SPACES,
          CREATED_AT,
          SAFETENSORS,
          USED_STORAGE);
  private static final List<Field> DETAIL_EXPANDED =
      List.of(
          AUTHOR,
          BASE_MODELS,
          CARD_DATA,
          CONFIG,
          DISABLED,
          DOWNLOADS,
          DOWNLOADS_ALL_TIME,
          EVAL_RESULTS,
          GATED,
          GGUF,
          INFERENCE,
          LAST_MODIFIED,
          LIBRARY_NAME,
          LIKES,
          MASK_TOKEN,
          MODEL_INDEX,
          PIPELINE_TAG,
          PRIVATE,
          RESOURCE_GROUP,
          SHA,
          TAGS,
          TRANSFORMERS_INFO,
          TRENDING_SCORE,
          WIDGET_DATA,
          SIBLINGS,
          SPACES,
          CREATED_AT,
          SAFETENSORS,
          CHILDREN_MODEL_COUNT,
          USED_STORAGE,
          INFERENCE_PROVIDERS,
          XET_ENABLED);
  private static final List<Field> DATASET =
      List.of(
          AUTHOR,
          DISABLED,
          GATED,
          LAST_MODIFIED,
          LIKES,
          TRENDING_SCORE,
          PRIVATE,
          SHA,
          DESCRIPTION,
          DOWNLOADS,
          DOWNLOADS_ALL_TIME,
          TAGS,
          CREATED_AT,
          CARD_DATA,
          SIBLINGS);

  private Shape() {}

  /** The fields of each element of the list of models. */
  static List<Field> ofList(Parameters parameters) {
    List<String> expand = parameters.all("expand");
    if (!expand.isEmpty()) {
      return chosen(expand, ExpandValues.ON_LIST, Arrays.asList(Field.values()));
    }
    boolean full = parameters.isTrue("full");
    Set<Field> fields = EnumSet.copyOf(PLAIN);
    if (full) {
      fields.addAll(List.of(AUTHOR, GATED, LAST_MODIFIED, SHA, SIBLINGS));
      fields.remove(TRENDING_SCORE);
    }
    if (parameters.isTrue("config") || parameters.isTrue("fetch_config")) {
      fields.add(CONFIG);
    }
    if (parameters.isTrue("cardData")) {
      fields.add(CARD_DATA);
    }
    List<Field> order = full ? FULL : with(PLAIN, CONFIG, CARD_DATA);
    return order.stream().filter(fields::contains).toList();
  }

  private static List<Field> with(List<Field> some, Field... more) {
    List<Field> all = new ArrayList<>(some);
    all.addAll(Arrays.asList(more));
    return all;
  }

  /** The fields of a model's own record. */
  static List<Field> ofDetail(Parameters parameters) {
    List<String> expand = parameters.all("expand");
    if (!expand.isEmpty()) {
      return chosen(expand, ExpandValues.ON_DETAIL, DETAIL_EXPANDED);
    }
    return parameters.isTrue("blobs")
        ? DETAIL.stream().map(each -> each == SIBLINGS ? SIBLINGS_WITH_BLOBS : each).toList()
        : DETAIL;
  }

  /** The fields of each element of the list of datasets. */
  static List<Field> ofDatasets(Parameters parameters) {
    List<String> expand = parameters.all("expand");
    if (!expand.isEmpty()) {
      return chosen(expand, ExpandValues.ON_DATASETS, Arrays.asList(Field.values()));
    }
    boolean full = parameters.isTrue("full");
    return DATASET.stream()
        .filter(field -> full || !(field == CARD_DATA || field == SIBLINGS))
        .toList();
  }

  private static List<Field> chosen(List<String> words, List<String> legal, List<Field> order) {
    Set<Field> fields = EnumSet.noneOf(Field.class);
    for (int i = 0; i < words.size(); i++) {
      String word = words.get(i);
      Optional<Field> field = legal.contains(word) ? Field.of(word) : Optional.empty();
      if (field.isEmpty()) {
        throw BadRequest.option(
            legal.stream().map(each -> '"' + each + '"').collect(Collectors.joining("|")),
            words.size() == 1 ? "expand" : "expand[" + i + "]");
      }
      fields.add(field.get());
    }
    if (order == DETAIL_EXPANDED && fields.remove(INFERENCE_PROVIDER_MAPPING)) {
      fields.add(INFERENCE_PROVIDERS);
    }
    return order.stream().filter(fields::contains).toList();
  }
}
