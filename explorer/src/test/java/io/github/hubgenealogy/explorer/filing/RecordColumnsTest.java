package io.github.hubgenealogy.explorer.filing;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import org.junit.jupiter.api.Test;

/** The fixed columns are those of the documentation, and both languages say all there is to say. */
final class RecordColumnsTest {
  @Test
  void the_documentation_describes_each_column_and_no_other() throws Exception {
    String text =
        Files.readString(Path.of(System.getProperty("hubgen.home"), "docs", "exposure.md"));
    int relatives = text.indexOf("### descendants.csv");
    int publishers = text.indexOf("### publishers.csv");
    List<String> expected = new ArrayList<>(RecordLines.RELATIVES);
    expected.addAll(RecordLines.SHEET);
    assertThat(columns(text.substring(relatives, publishers))).isEqualTo(expected);
    List<String> published = new ArrayList<>(RecordLines.PUBLISHERS);
    published.removeAll(RecordLines.SHEET);
    assertThat(columns(text.substring(publishers))).isEqualTo(published);
  }

  private static List<String> columns(String section) {
    return section
        .lines()
        .filter(line -> line.startsWith("| `"))
        .map(line -> line.substring(3, line.indexOf('`', 3)))
        .toList();
  }

  @Test
  void both_languages_have_the_same_keys() throws Exception {
    Properties english = words("en");
    Properties french = words("fr");
    assertThat(french.stringPropertyNames()).isEqualTo(english.stringPropertyNames());
    assertThat(new Wording(Wording.Language.FR).limits()).hasSize(6).doesNotContainNull();
    for (String key : english.stringPropertyNames()) {
      assertThat(places(french.getProperty(key)))
          .as(key)
          .isEqualTo(places(english.getProperty(key)));
    }
  }

  private static long places(String text) {
    return text.split("%s", -1).length;
  }

  private static Properties words(String language) throws Exception {
    Properties words = new Properties();
    try (var reader =
        new InputStreamReader(
            Wording.class.getResourceAsStream("wording_" + language + ".properties"),
            StandardCharsets.UTF_8)) {
      words.load(reader);
    }
    return words;
  }
}
