package io.github.hubgenealogy.cluster;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.jar.JarFile;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** What the jar for spark-submit holds: what is listed, under names that nothing of Spark's has. */
final class SubmitJarTest {
  private static final Path JOBS = Path.of(System.getProperty("hubgen.home"), "spark-jobs");
  private static final String OURS = "io/github/hubgenealogy/";
  private static final String SHADED = OURS + "shaded/";

  private static Path jar() throws IOException {
    try (var files = Files.list(JOBS.resolve("target"))) {
      return files
          .filter(file -> file.toString().endsWith("-submit.jar"))
          .findFirst()
          .orElseThrow();
    }
  }

  private static Set<String> files(Path jar) throws IOException {
    try (JarFile file = new JarFile(jar.toFile())) {
      return file.stream()
          .map(entry -> entry.getName())
          .filter(name -> !name.endsWith("/"))
          .collect(Collectors.toCollection(TreeSet::new));
    }
  }

  private static List<Path> classPath() throws IOException {
    String line = Files.readString(JOBS.resolve("target/class-path")).strip();
    return Arrays.stream(line.split(java.io.File.pathSeparator)).map(Path::of).toList();
  }

  private static String artefact(Path jar) {
    return jar.getFileName().toString().replaceFirst("-[0-9]+\\..*$", "");
  }

  /** The names that a bundled class may have: its own or one below the shaded packages. */
  private static boolean isIn(Set<String> bundle, String name) {
    if (bundle.contains(name)) {
      return true;
    }
    String last = name.substring(name.indexOf('/', name.indexOf('/') + 1) + 1);
    return bundle.stream().anyMatch(each -> each.startsWith(SHADED) && each.endsWith("/" + last));
  }

  private static String probe(Path jar) throws IOException {
    return files(jar).stream()
        .filter(name -> name.endsWith(".class") && !name.contains("module-info"))
        .filter(name -> !name.startsWith("META-INF/"))
        .filter(name -> !name.startsWith("org/apache/pdfbox/") || name.contains("/io/"))
        .findFirst()
        .orElse("");
  }

  @Test
  void it_bundles_what_the_list_says_and_nothing_else() throws Exception {
    Set<String> bundle = files(jar());
    List<String> found = new ArrayList<>(List.of("pdfbox"));
    for (Path each : classPath()) {
      String probe = probe(each);
      if (!probe.isEmpty() && isIn(bundle, probe)) {
        found.add(artefact(each));
      }
    }
    assertThat(found)
        .containsExactlyInAnyOrderElementsOf(Files.readAllLines(JOBS.resolve("bundled.txt")));
    assertThat(bundle).contains("org/apache/pdfbox/resources/ttf/LiberationSans-Regular.ttf");
  }

  @Test
  void every_class_in_it_is_ours_or_has_been_moved_below_ours() throws Exception {
    assertThat(files(jar()))
        .filteredOn(name -> name.endsWith(".class"))
        .allMatch(name -> name.startsWith(OURS))
        .hasSizeGreaterThan(1_000);
  }

  @Test
  void it_has_the_settings_and_the_contracts_with_it() throws Exception {
    try (JarFile jar = new JarFile(jar().toFile())) {
      byte[] settings = jar.getInputStream(jar.getEntry(OURS + "jobs/jobs.yaml")).readAllBytes();
      assertThat(settings)
          .isEqualTo(
              Files.readAllBytes(Path.of(System.getProperty("hubgen.home"), "conf", "jobs.yaml")));
      assertThat(jar.getEntry(OURS + "lake/tables/edges.json")).isNotNull();
      assertThat(jar.getManifest().getMainAttributes().getValue("Main-Class"))
          .isEqualTo("io.github.hubgenealogy.jobs.Jobs");
    }
  }
}
