package io.github.hubgenealogy.crawler;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.hubgenealogy.crawler.asking.AskingSettings;
import io.github.hubgenealogy.lake.command.Fault;
import io.github.hubgenealogy.lake.settings.SettingsFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class CrawlSettingsTest {
  private static final Path FILE =
      Path.of(System.getProperty("hubgen.home"), "conf", "crawler.yaml");

  @TempDir Path folder;

  @Test
  void the_file_of_the_installation_shows_the_defaults() {
    assertThat(SettingsFile.read(FILE, CrawlSettings.class)).isEqualTo(CrawlSettings.defaults());
  }

  @Test
  void every_setting_of_the_file_has_a_comment_above_it() throws Exception {
    List<String> lines = Files.readAllLines(FILE);
    for (int i = 0; i < lines.size(); i++) {
      if (lines.get(i).matches("(  [a-z-]+|endpoint):.*")) {
        assertThat(lines.get(i - 1)).as(lines.get(i)).matches(" *# .*");
      }
    }
  }

  @Test
  void the_defaults_are_these() {
    CrawlSettings settings = CrawlSettings.defaults();
    assertThat(settings.endpoint()).isEqualTo("https://huggingface.co");
    assertThat(settings.list().pageSize()).isEqualTo(1000);
    assertThat(settings.asking().cardKibibytes()).isEqualTo(1024);
    assertThat(settings.asking().rememberDays()).isEqualTo(90);
    assertThat(settings.asking().redirectsBy()).isEqualTo(AskingSettings.RedirectsBy.API);
    assertThat(settings.journal().partAge()).isEqualTo(Duration.ofSeconds(30));
    assertThat(settings.http().longestPause()).isEqualTo(Duration.ofMinutes(1));
  }

  @Test
  void an_unknown_key_names_the_nearest_and_a_refused_value_says_why() throws Exception {
    Path file = Files.writeString(folder.resolve("crawler.yaml"), "list:\n  page-sise: 5\n");
    assertThatThrownBy(() -> SettingsFile.read(file, CrawlSettings.class))
        .isInstanceOf(Fault.class)
        .hasMessageContaining("Did you mean 'page-size'?");
    Files.writeString(file, "list:\n  page-size: 5000\n");
    assertThatThrownBy(() -> SettingsFile.read(file, CrawlSettings.class))
        .hasMessageContaining("page-size is 1 to 1000");
  }
}
