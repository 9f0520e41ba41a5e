package io.github.hubgenealogy.jobs.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class PlotsWithoutFontsTest {
  @TempDir Path folder;

  /** The plot of a process that has no fonts, another zone and one core is this one's. */
  @Test
  void a_plot_needs_no_font_of_the_machine_and_no_zone() throws Exception {
    Path none =
        Files.writeString(folder.resolve("fonts.conf"), "<?xml version=\"1.0\"?><fontconfig/>");
    ProcessBuilder builder =
        new ProcessBuilder(
            List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Djava.awt.headless=true",
                "-Duser.timezone=Pacific/Kiritimati",
                "-Duser.language=fr",
                "-XX:ActiveProcessorCount=1",
                "-Xlog:class+load",
                "-cp",
                System.getProperty("java.class.path"),
                DrawsAPlot.class.getName()));
    builder.environment().put("FONTCONFIG_FILE", none.toString());
    builder.redirectErrorStream(true);
    Process process = builder.start();
    String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(process.waitFor()).as(said.substring(Math.max(0, said.length() - 1500))).isZero();
    assertThat(said)
        .contains("drawn " + DrawsAPlot.hash())
        .doesNotContain("sun.font.SunFontManager")
        .doesNotContain("sun.font.FontDesignMetrics");
  }
}
