package io.github.hubgenealogy.jobs.publish;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The JSON-LD context of Croissant 1.1: which words mean what. */
final class CroissantContext {
  private static final List<String> CONTEXT_WORDS =
      List.of(
          "arrayShape",
          "citeAs",
          "column",
          "containedIn",
          "equivalentProperty",
          "extract",
          "field",
          "fileObject",
          "fileProperty",
          "fileSet",
          "format",
          "includes",
          "isArray",
          "isLiveDataset",
          "jsonPath",
          "key",
          "md5",
          "parentField",
          "path",
          "recordSet",
          "references",
          "regex",
          "repeated",
          "replace",
          "samplingRate",
          "separator",
          "source",
          "subField",
          "transform");

  private CroissantContext() {}

  /** The context that the specification gives; a validator compares it word by word. */
  static Map<String, Object> of() {
    Map<String, Object> context = new LinkedHashMap<>();
    context.put("@language", "en");
    context.put("@vocab", "https://schema.org/");
    context.put("cr", "http://mlcommons.org/croissant/");
    context.put("rai", "http://mlcommons.org/croissant/RAI/");
    context.put("sc", "https://schema.org/");
    context.put("dct", "http://purl.org/dc/terms/");
    context.put("conformsTo", "dct:conformsTo");
    context.put("data", Map.of("@id", "cr:data", "@type", "@json"));
    context.put("dataType", Map.of("@id", "cr:dataType", "@type", "@vocab"));
    context.put("examples", Map.of("@id", "cr:examples", "@type", "@json"));
    CONTEXT_WORDS.forEach(word -> context.put(word, "cr:" + word));
    return context;
  }
}
