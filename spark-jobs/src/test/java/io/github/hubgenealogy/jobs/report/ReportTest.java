package io.github.hubgenealogy.jobs.report;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.hubgenealogy.jobs.Build;
import io.github.hubgenealogy.jobs.RawSnapshot;
import io.github.hubgenealogy.jobs.SparkExtension;
import io.github.hubgenealogy.jobs.pipeline.JobsSettings;
import io.github.hubgenealogy.lake.store.Lake;
import io.github.hubgenealogy.lake.store.Snapshot;
import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TimeZone;
import java.util.TreeMap;
import java.util.stream.Stream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.xml.sax.InputSource;

@ExtendWith(SparkExtension.class)
final class ReportTest {
  private static final List<String> HOSTILE =
      List.of(
          "<script>alert(1)</script>/x",
          "=cmd|' /C calc'!A0",
          "@SUM(1)/y",
          "\"><img src=x onerror=alert(1)>/z",
          "evil\u202egnp/bidi",
          "line\nbreak/n",
          "{{snapshot}}/m",
          "]]>&amp;/e");

  @TempDir Path lake;

  private Path report(SparkSession spark, String id) throws Exception {
    RawSnapshot raw = new RawSnapshot(lake, id);
    for (String model : HOSTILE) {
      raw.model(model);
      raw.model("child/of-" + HOSTILE.indexOf(model), "tags", List.of("base_model:" + model));
    }
    Snapshot snapshot = raw.write();
    Build.pipeline()
        .run(spark, snapshot, null, JobsSettings.defaults(), null, "write-report", false);
    return lake.resolve(id).resolve("report");
  }

  @Test
  void hostile_ids_are_text_in_the_page_and_no_formulas_in_the_tables(SparkSession spark)
      throws Exception {
    Path report = report(spark, "s");
    // The names of SVG's namespaces are no addresses that anyone asks.
    String html =
        Files.readString(report.resolve("index.html")).replaceAll("xmlns(:\\w+)?='[^']*'", "");

    assertThat(html)
        .contains("&lt;script&gt;alert(1)&lt;/script&gt;/x")
        .contains("{{snapshot}}/m")
        .contains("evil\\u202egnp/bidi")
        .contains("line\\u000abreak/n")
        .doesNotContain("<script")
        .doesNotContain("<img")
        .doesNotContain("\u202e")
        .doesNotContain("http://")
        .doesNotContain("https://");
    String csv = Files.readString(report.resolve("top-children.csv"));
    assertThat(csv)
        .contains("\"'=cmd|' /C calc'!A0\"")
        .contains("\"'@SUM(1)/y\"")
        .contains("\\u000abreak")
        .doesNotContain("\u202e");
    assertThat(csv.lines().count()).isEqualTo(HOSTILE.size() + 1);
    assertThat(Files.readString(report.resolve("top-children.tex")))
        .contains("\\textbackslash{}u000abreak")
        .contains("\\{\\{snapshot\\}\\}/m")
        .contains("]]>\\&amp;/e")
        .contains("\\toprule")
        .contains("Policy union")
        .contains("n = ");
  }

  @Test
  void every_plot_is_well_formed_and_has_its_title_caption_and_table(SparkSession spark)
      throws Exception {
    Path report = report(spark, "s");
    String html = Files.readString(report.resolve("index.html"));
    for (String plot :
        List.of(
            "specification",
            "growth",
            "components",
            "depths",
            "fan-out",
            "descendants",
            "families",
            "relations",
            "transitions",
            "drift")) {
      String svg = Files.readString(report.resolve(plot + ".svg"));
      DocumentBuilderFactory.newInstance()
          .newDocumentBuilder()
          .parse(new InputSource(new StringReader(svg)));
      assertThat(svg).doesNotContain("var(--").doesNotContainPattern("rgba?\\(\\d+,250,");
      assertThat(html).contains("id=\"title-" + plot + "\"").contains("href=\"" + plot + ".svg\"");
      assertThat(html).contains("href=\"" + plot + ".csv\"").contains("href=\"" + plot + ".tex\"");
      assertThat(svg).contains("<desc>").contains("n = ");
      assertThat(report.resolve(plot + ".csv")).exists();
      assertThat(report.resolve(plot + ".tex")).exists();
    }
    assertThat(html)
        .contains("Policy union · n &#x3D; 16 models · snapshot s · origin simulated")
        .contains("made up");
  }

  /** A cell is a quoted text, a plain number, or nothing. */
  @Test
  void a_cell_of_a_csv_is_a_text_or_a_plain_number(SparkSession spark) throws Exception {
    Path report = report(spark, "s");
    try (Stream<Path> files = Files.list(report)) {
      for (Path file : (Iterable<Path>) files::iterator) {
        if (file.toString().endsWith(".csv")) {
          for (String line : Files.readAllLines(file)) {
            assertThat(line)
                .as(file.getFileName().toString())
                .matches("((\"([^\"]|\"\")*\"|-?[0-9.]+(E-?[0-9]+)?|)(,|$))*")
                .doesNotContain(" %)");
          }
        }
      }
    }
  }

  /** Statistics and report again, in another zone and from otherwise cut files. */
  @Test
  void zones_and_partitions_leave_no_trace(SparkSession spark) throws Exception {
    Map<String, String> first = texts(report(spark, "s"));
    TimeZone zone = TimeZone.getDefault();
    String bytes = spark.conf().get("spark.sql.files.maxPartitionBytes");
    try {
      TimeZone.setDefault(TimeZone.getTimeZone("Pacific/Kiritimati"));
      spark.conf().set("spark.sql.files.maxPartitionBytes", "700");
      Build.pipeline()
          .run(
              spark,
              Lake.at(lake.toString()).snapshot("s"),
              null,
              JobsSettings.defaults(),
              "compute-statistics",
              "write-report",
              true);
    } finally {
      TimeZone.setDefault(zone);
      spark.conf().set("spark.sql.files.maxPartitionBytes", bytes);
    }
    assertThat(texts(lake.resolve("s").resolve("report"))).isEqualTo(first);
  }

  @Test
  void the_same_input_gives_the_same_bytes(SparkSession spark) throws Exception {
    Map<String, String> first = texts(report(spark, "s"));
    Map<String, String> second = texts(report(spark, "t"));
    second.replaceAll(
        (name, text) ->
            text.replace("snapshot t", "snapshot s")
                .replace("Snapshot t", "Snapshot s")
                .replace("models: t (", "models: s (")
                .replace("\nt\tsimulated", "\ns\tsimulated"));
    assertThat(second).isEqualTo(first);
  }

  private static Map<String, String> texts(Path report) throws Exception {
    Map<String, String> texts = new TreeMap<>();
    try (Stream<Path> files = Files.list(report)) {
      for (Path file : (Iterable<Path>) files::iterator) {
        if (!file.getFileName().toString().startsWith("_")) {
          texts.put(file.getFileName().toString(), Files.readString(file));
        }
      }
    }
    return texts;
  }
}
