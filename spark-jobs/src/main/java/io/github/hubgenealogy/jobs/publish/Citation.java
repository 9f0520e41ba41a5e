package io.github.hubgenealogy.jobs.publish;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.dataformat.yaml.YAMLGenerator;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import io.github.hubgenealogy.jobs.pipeline.JobsSettings;
import io.github.hubgenealogy.lake.store.SnapshotManifest;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** How to cite one snapshot: a Citation File Format 1.2 with the snapshot's version. */
public final class Citation {
  /** Where it lies in a snapshot. */
  public static final String FILE = "CITATION.cff";

  private static final YAMLMapper YAML =
      YAMLMapper.builder().disable(YAMLGenerator.Feature.WRITE_DOC_START_MARKER).build();

  private Citation() {}

  static byte[] of(
      SnapshotManifest manifest, JobsSettings.Publication publication, SnapshotDates dates) {
    Map<String, Object> citation = new LinkedHashMap<>();
    citation.put("cff-version", "1.2.0");
    citation.put(
        "message", "Please name the snapshot and the policy of each figure that you print.");
    citation.put("type", "dataset");
    citation.put("title", publication.title() + ", snapshot " + manifest.snapshot());
    citation.put(
        "abstract",
        (ReleaseMark.isRelease(manifest) ? ReleaseMark.SENTENCE + " " : "")
            + DataOrigins.sentence(manifest.origin()));
    citation.put("version", dates.version());
    if (dates.ended() != null) {
      citation.put("date-released", dates.ended());
    }
    citation.put("authors", List.of(Map.of("name", publication.publisher())));
    if (!publication.url().isEmpty()) {
      citation.put("url", publication.url());
    }
    citation.put("license-url", publication.license());
    citation.put("keywords", List.of("model lineage", "open models", "Hugging Face Hub"));
    try {
      return YAML.writeValueAsString(citation).getBytes(StandardCharsets.UTF_8);
    } catch (JsonProcessingException impossible) {
      throw new IllegalStateException(impossible);
    }
  }
}
