package io.github.hubgenealogy.jobs.pipeline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.hubgenealogy.lake.command.ExitCode;
import io.github.hubgenealogy.lake.command.Fault;
import io.github.hubgenealogy.lake.settings.SettingsFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.apache.spark.launcher.JavaModuleOptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class JobsSettingsTest {
  private static final Path CONF = Path.of(System.getProperty("hubgen.home"), "conf");

  @TempDir Path folder;

  private JobsSettings read(String yaml) throws Exception {
    return SettingsFile.read(
        Files.writeString(folder.resolve("jobs.yaml"), yaml), JobsSettings.class);
  }

  @Test
  void the_file_of_the_installation_shows_the_defaults() {
    assertThat(SettingsFile.read(CONF.resolve("jobs.yaml"), JobsSettings.class))
        .isEqualTo(JobsSettings.defaults());
  }

  @Test
  void every_setting_of_the_file_has_a_comment_above_it() throws Exception {
    List<String> lines = Files.readAllLines(CONF.resolve("jobs.yaml"));
    for (int i = 0; i < lines.size(); i++) {
      if (lines.get(i).matches("  [a-z-]+:.*")) {
        assertThat(lines.get(i - 1)).as(lines.get(i)).matches("  # .*");
      }
    }
  }

  @Test
  void the_defaults_are_these() {
    JobsSettings settings = JobsSettings.defaults();
    assertThat(settings.spark()).isEqualTo(new JobsSettings.Spark("local[*]", 16, false));
    assertThat(settings.cards())
        .isEqualTo(new JobsSettings.Cards(1_048_576, 1_048_576, 50_000, 100, 100, 50_000, 65_536));
    assertThat(settings.graph())
        .isEqualTo(
            new JobsSettings.Graph(
                EngineChoice.AUTO,
                10_000,
                new JobsSettings.LocalFinish(500_000),
                1_000,
                true,
                null,
                new JobsSettings.Graphframes("two_phase", 2, -1)));
    assertThat(settings.statistics()).isEqualTo(new StatisticsSettings(100, 196, 200, 27, 49));
    assertThat(settings.edges().pathWords())
        .hasSize(32)
        .contains("checkpoints", "content", "workspace");
    assertThat(settings.edges().maxNamesInMemory()).isEqualTo(10_000_000);
  }

  @Test
  void an_unknown_key_names_the_nearest_known_one() {
    assertThatThrownBy(() -> read("graph:\n  max-ancestor: 5\n"))
        .isInstanceOfSatisfying(
            Fault.class, fault -> assertThat(fault.exitCode()).isEqualTo(ExitCode.BAD_INPUT))
        .hasMessageContaining("max-ancestor")
        .hasMessageContaining("Did you mean 'max-ancestors'?");
  }

  @Test
  void a_refused_value_says_which_and_why() {
    assertThatThrownBy(() -> read("graph:\n  max-ancestors: 0\n"))
        .hasMessageContaining("at least 1");
    assertThatThrownBy(() -> read("graph:\n  engine: fast\n"))
        .hasMessageContaining("auto, memory, spark, graphframes");
    assertThatThrownBy(() -> read("graph: [")).isInstanceOf(Fault.class);
  }

  @Test
  void an_empty_file_leaves_the_defaults() throws Exception {
    assertThat(read("")).isEqualTo(JobsSettings.defaults());
    assertThat(read("# nothing\n")).isEqualTo(JobsSettings.defaults());
  }

  @Test
  void the_jvm_flags_are_sparks_own() throws Exception {
    assertThat(Files.readAllLines(CONF.resolve("spark-jvm.args")))
        .containsExactlyElementsOf(Arrays.asList(JavaModuleOptions.defaultModuleOptionArray()));
  }

  @Test
  void what_travels_in_the_jar_is_the_file_and_another_can_be_named() throws Exception {
    assertThat(SettingsFile.readResource(JobsSettings.PACKAGED, JobsSettings.class))
        .isEqualTo(JobsSettings.defaults());
    Path other = Files.writeString(folder.resolve("other.yaml"), "graph:\n  max-ancestors: 7\n");
    System.setProperty(JobsSettings.NAMED, other.toString());
    try {
      assertThat(JobsSettings.ofInstallation().graph().maxAncestors()).isEqualTo(7);
    } finally {
      System.clearProperty(JobsSettings.NAMED);
    }
  }
}
