package io.github.hubgenealogy.system;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.hubgenealogy.lake.contract.TableContract;
import io.github.hubgenealogy.lake.contract.TableContracts;
import io.github.hubgenealogy.lake.rows.TableRows;
import io.github.hubgenealogy.lake.store.Lake;
import io.github.hubgenealogy.lake.store.Snapshot;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardWatchEventKinds;
import java.nio.file.WatchKey;
import java.nio.file.WatchService;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * A crawl that is killed at any moment and run again has the rows of one that was left alone, while
 * a tenth of all answers are faults.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class KillTest {
  /**
   * Parts and pages small enough that a short crawl has many moments between which to be killed.
   */
  private static final String SETTINGS =
      """
      http:
        first-pause: 10ms
        longest-pause: 200ms
        breaker-pause: 200ms
      list:
        page-size: 40
      journal:
        part-age: 25ms
        merge-width: 4
      """;

  private static final String MODELS = "800";

  private static final String[] FAULTS = {
    "--fault",
    "503=0.04",
    "--fault",
    "reset=0.03",
    "--fault",
    "truncate=0.02",
    "--fault",
    "html=0.01"
  };

  /** Most of a short process's time is the compiler's. */
  private static final Map<String, String> SHORT_LIVED =
      Map.of("JAVA_TOOL_OPTIONS", "-XX:TieredStopAtLevel=1");

  @TempDir static Path folder;

  private RunningHub hub;
  private Path home;

  /** What is crawled. */
  @SuppressWarnings("ImmutableEnumChecker") // a contract never changes
  private enum Kind {
    MODELS(TableContracts.RAW_MODELS),
    DATASETS(TableContracts.RAW_DATASETS),
    CARDS(TableContracts.RAW_CARDS),
    REDIRECTS(TableContracts.RAW_REDIRECTS),
    OWNERS(TableContracts.RAW_OWNERS);

    private final TableContract table;

    Kind(TableContract table) {
      this.table = table;
    }

    String word() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  @BeforeAll
  void begin() throws Exception {
    home = Command.installation(folder.resolve("home"), SETTINGS);
    List<String> options =
        new ArrayList<>(
            List.of("--models", MODELS, "--seed", "7", "--plan", "unlimited", "--latency", "10ms"));
    options.addAll(List.of(FAULTS));
    hub = RunningHub.start(options.toArray(String[]::new));
    Command.Result base = start("base", "models").result();
    assertThat(base.exitCode()).as(base.err()).isZero();
    SortedSet<String> owners = new TreeSet<>();
    try (TableRows models =
        new TableRows(snapshot("base"), TableContracts.RAW_MODELS, List.of("author"))) {
      for (Object[] row = models.next(); row != null; row = models.next()) {
        if (row[0] != null) {
          owners.add((String) row[0]);
        }
      }
    }
    Files.write(owners(), owners);
  }

  @AfterAll
  void end() {
    hub.close();
  }

  private static Path owners() {
    return folder.resolve("owners.txt");
  }

  private static Snapshot snapshot(String id) {
    return Lake.at(folder.resolve("lake").toString()).snapshot(id);
  }

  private Command start(String snapshot, String... what) throws IOException {
    return start(hub, snapshot, what);
  }

  private Command start(RunningHub asked, String snapshot, String... what) throws IOException {
    List<String> command = new ArrayList<>(List.of("crawl"));
    command.addAll(List.of(what));
    command.addAll(
        List.of(
            "--endpoint",
            asked.address(),
            "--lake",
            folder.resolve("lake").toString(),
            "--snapshot",
            snapshot));
    return Command.startIn(home, folder, SHORT_LIVED, command.toArray(String[]::new));
  }

  private Command crawl(Kind kind, String snapshot) throws IOException {
    return kind == Kind.OWNERS
        ? start(snapshot, "owners", "--ids", owners().toString())
        : start(snapshot, kind.word());
  }

  /** A snapshot that has the list, where that is not what is crawled. */
  private static String fresh(Kind kind, String id) throws IOException {
    if (kind != Kind.MODELS) {
      Path from = folder.resolve("lake/base/raw/models");
      Path to = Files.createDirectories(folder.resolve("lake/" + id + "/raw/models"));
      try (Stream<Path> files = Files.list(from)) {
        for (Path file : (Iterable<Path>) files::iterator) {
          Files.copy(file, to.resolve(file.getFileName()));
        }
      }
    }
    return id;
  }

  /** Kills so often, at moments between a process's start and where it would have ended. */
  private void survives(Kind kind, int kills, long seed) throws Exception {
    String whole = fresh(kind, kind.word() + "-whole-" + kills);
    long start = System.nanoTime();
    Command.Result undisturbed = crawl(kind, whole).result();
    assertThat(undisturbed.exitCode()).as(undisturbed.err()).isZero();
    long length = System.nanoTime() - start;
    List<String> expected = RawRows.of(snapshot(whole), kind.table);
    assertThat(expected).isNotEmpty();
    Random random = new Random(seed);
    int killed = 0;
    int ended = 0;
    while (killed < kills) {
      String id = fresh(kind, kind.word() + "-killed-" + kills + "-" + ended);
      boolean over = false;
      boolean first = true;
      while (killed < kills && !over) {
        long begun = System.nanoTime();
        Command command = crawl(kind, id);
        long pause = (long) (length * (0.25 + 0.6 * random.nextDouble()));
        if (command.process().waitFor(pause, TimeUnit.NANOSECONDS)) {
          Command.Result result = command.result();
          assertThat(result.exitCode()).as(result.err()).isZero();
          over = true;
          length = first ? Math.min(length, System.nanoTime() - begun) : length;
        } else {
          command.kill();
          command.result();
          killed++;
        }
        first = false;
      }
      Command.Result end = crawl(kind, id).result();
      assertThat(end.exitCode()).as("seed %d: %s", seed, end.err()).isZero();
      assertThat(differences(expected, RawRows.of(snapshot(id), kind.table)))
          .as("%s, seed %d", kind, seed)
          .isEmpty();
      assertThat(folder.resolve("lake/" + id + "/raw/journal")).isEmptyDirectory();
      ended++;
    }
  }

  /** The first few rows that differ, which is enough to see why. */
  private static List<String> differences(List<String> expected, List<String> found) {
    List<String> differences = new ArrayList<>();
    for (int i = 0; i < Math.max(expected.size(), found.size()) && differences.size() < 3; i++) {
      String wanted = i < expected.size() ? expected.get(i) : "no row";
      String there = i < found.size() ? found.get(i) : "no row";
      if (!wanted.equals(there)) {
        differences.add(wanted + " <> " + there);
      }
    }
    return differences;
  }

  @ParameterizedTest
  @EnumSource(Kind.class)
  void a_crawl_killed_at_five_random_moments_has_the_rows_of_one_left_alone(Kind kind)
      throws Exception {
    survives(kind, 5, System.nanoTime());
  }

  @ParameterizedTest
  @EnumSource(Kind.class)
  @Tag("slow")
  void a_crawl_killed_at_fifty_random_moments_has_them_too(Kind kind) throws Exception {
    survives(kind, 50, System.nanoTime());
  }

  /** SIGTERM, which the Java machine treats as it does Ctrl-C and which no shell can switch off. */
  @Test
  void a_crawl_asked_to_end_finishes_its_page_and_says_how_to_go_on() throws Exception {
    Path journal = Files.createDirectories(folder.resolve("lake/ended/raw/journal/models"));
    try (RunningHub slow =
            RunningHub.start(
                "--models", MODELS, "--seed", "7", "--plan", "unlimited", "--latency", "200ms");
        WatchService watch = journal.getFileSystem().newWatchService()) {
      journal.register(watch, StandardWatchEventKinds.ENTRY_CREATE);
      Command command = start(slow, "ended", "models");
      awaitEntry(watch);
      command.process().destroy();
      Command.Result result = command.result();
      assertThat(result.exitCode()).as(result.err()).isEqualTo(4);
      assertThat(result.messages())
          .singleElement()
          .asString()
          .contains("interrupted: models, ")
          .contains("To resume: hubgen crawl models --lake ")
          .contains("--snapshot ended");
    }
    Command.Result resumed = start("ended", "models").result();
    assertThat(resumed.exitCode()).as(resumed.err()).isZero();
    assertThat(RawRows.of(snapshot("ended"), TableContracts.RAW_MODELS))
        .isEqualTo(RawRows.of(snapshot("base"), TableContracts.RAW_MODELS));
  }

  /** Returns when a part is committed. */
  private static void awaitEntry(WatchService watch) throws InterruptedException {
    while (true) {
      WatchKey key = watch.poll(2, TimeUnit.MINUTES);
      assertThat(key).as("a part within two minutes").isNotNull();
      if (key.pollEvents().stream()
          .anyMatch(event -> String.valueOf(event.context()).startsWith("entry-"))) {
        return;
      }
      key.reset();
    }
  }

  @Test
  void a_second_process_refuses_and_names_the_first() throws Exception {
    Command first = start("two", "models");
    // Whoever is second waits for nothing, so that one of the two ends at once.
    Command second = start("two", "models");
    Command.Result one = first.result();
    Command.Result two = second.result();
    assertThat(List.of(one.exitCode(), two.exitCode())).containsExactlyInAnyOrder(0, 3);
    Command.Result refused = one.exitCode() == 3 ? one : two;
    long winner = (one.exitCode() == 3 ? second : first).process().pid();
    assertThat(refused.messages())
        .singleElement()
        .asString()
        .contains("another crawl writes this snapshot: process " + winner);
  }
}
