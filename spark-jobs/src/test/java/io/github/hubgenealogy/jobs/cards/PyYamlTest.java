package io.github.hubgenealogy.jobs.cards;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.hubgenealogy.jobs.RealCards;
import io.github.hubgenealogy.jobs.pipeline.JobsSettings;
import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Our reading of real cards against PyYAML's, by {@code scripts/pyyaml.py}. */
final class PyYamlTest {
  @TempDir private Path folder;

  private int run(String... command) throws IOException, InterruptedException {
    Process process =
        new ProcessBuilder(command)
            .redirectErrorStream(true)
            .redirectOutput(folder.resolve("output").toFile())
            .start();
    return process.waitFor();
  }

  private boolean hasPyYaml() throws InterruptedException {
    try {
      return run("python3", "-c", "import yaml; yaml.CSafeLoader") == 0;
    } catch (IOException noPython) {
      return false;
    }
  }

  @Test
  void every_difference_from_pyyaml_on_real_cards_is_an_explained_one()
      throws IOException, InterruptedException {
    Path cards = RealCards.file("cards.jsonl.gz");
    assumeTrue(hasPyYaml(), "python3 with PyYAML's C loader is not installed");
    Path table = folder.resolve("cards.jsonl");
    CardReader reader = new CardReader(JobsSettings.defaults().cards());
    ObjectMapper json = new ObjectMapper();
    try (BufferedWriter rows = Files.newBufferedWriter(table)) {
      RealCards.forEachModel(
          (id, bytes) -> {
            Map<String, Object> row = new HashMap<>();
            ReadCard card = bytes == null ? null : reader.readme(bytes, false);
            DeclaredCard declared = card == null ? DeclaredCard.NOTHING : card.declared();
            row.put("model_id", id);
            row.put("parse_status", card == null ? "missing" : card.status().word());
            row.put("base_models", declared.baseModels());
            row.put("licenses", declared.licenses());
            row.put("languages", declared.languages());
            row.put("datasets", declared.datasets());
            row.put("tags", declared.tags());
            row.put("library_name", declared.libraryName());
            row.put("pipeline_tag", declared.pipelineTag());
            row.put("base_model_relation", declared.baseModelRelation());
            row.put("misspelt_keys", declared.misspeltKeys());
            rows.write(json.writeValueAsString(row));
            rows.newLine();
          });
    }
    Path script = Path.of(System.getProperty("hubgen.home"), "scripts", "pyyaml.py");

    int unexplained =
        run("python3", script.toString(), "compare", cards.toString(), table.toString());

    String said = Files.readString(folder.resolve("output"), StandardCharsets.UTF_8);
    assertThat(unexplained).as(said).isZero();
    System.out.println(said);
  }
}
