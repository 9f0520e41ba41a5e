package io.github.hubgenealogy.simulator.server;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** The values of {@code expand} that the Hub takes (hub-api §1.3). */
final class ExpandValues {
  /** The thirty values that the Hub's list takes, in its own order of naming them. */
  static final List<String> ON_LIST =
      List.of(
          "author",
          "baseModels",
          "cardData",
          "config",
          "createdAt",
          "disabled",
          "downloads",
          "downloadsAllTime",
          "evalResults",
          "gated",
          "gguf",
          "inference",
          "inferenceProviderMapping",
          "lastModified",
          "library_name",
          "likes",
          "mask_token",
          "model-index",
          "pipeline_tag",
          "private",
          "resourceGroup",
          "safetensors",
          "sha",
          "siblings",
          "spaces",
          "tags",
          "transformersInfo",
          "trendingScore",
          "widgetData",
          "xetEnabled");

  /** Those that a model's own record takes. */
  static final List<String> ON_DETAIL = with(ON_LIST, "childrenModelCount", "usedStorage");

  /** Those that the list of datasets takes. */
  static final List<String> ON_DATASETS =
      List.of(
          "author",
          "cardData",
          "citation",
          "createdAt",
          "description",
          "disabled",
          "downloads",
          "downloadsAllTime",
          "gated",
          "lastModified",
          "likes",
          "paperswithcode_id",
          "private",
          "resourceGroup",
          "sha",
          "siblings",
          "tags",
          "trendingScore",
          "usedStorage",
          "xetEnabled");

  private ExpandValues() {}

  private static List<String> with(List<String> some, String... more) {
    List<String> all = new ArrayList<>(some);
    all.addAll(Arrays.asList(more));
    return List.copyOf(all);
  }
}
