package io.github.hubgenealogy.crawler;

import io.github.hubgenealogy.crawler.asking.Shard;
import io.github.hubgenealogy.crawler.card.CardShards;
import io.github.hubgenealogy.crawler.hub.Endpoint;
import io.github.hubgenealogy.crawler.hub.HubClient;
import io.github.hubgenealogy.crawler.hub.Token;
import io.github.hubgenealogy.crawler.rate.BudgetReport;
import io.github.hubgenealogy.crawler.rate.TimeSource;
import io.github.hubgenealogy.crawler.rate.Waiting;
import io.github.hubgenealogy.lake.command.ExitCode;
import io.github.hubgenealogy.lake.command.Fault;
import io.github.hubgenealogy.lake.metrics.Metrics;
import io.github.hubgenealogy.lake.settings.Durations;
import io.github.hubgenealogy.lake.store.FolderLock;
import io.github.hubgenealogy.lake.store.Lake;
import io.github.hubgenealogy.lake.store.LakeFiles;
import io.github.hubgenealogy.lake.store.Snapshot;
import io.github.hubgenealogy.lake.store.TableSeal;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One run of the command: takes the snapshot's lock, crawls part after part, and says how each
 * ended.
 */
final class CrawlRun {
  private static final Logger LOG = LoggerFactory.getLogger(CrawlRun.class);

  private final String what;
  private final CrawlOptions options;
  private final Interruption interruption;
  private final PrintWriter out;

  CrawlRun(String what, CrawlOptions options, Interruption interruption, PrintWriter out) {
    this.what = what;
    this.options = options;
    this.interruption = interruption;
    this.out = out;
  }

  int run(List<Part> parts) throws IOException {
    return run(null, parts);
  }

  /** Crawls one share of the cards, which others may do at the same time for theirs. */
  int run(Shard shard) throws IOException {
    return run(shard, List.of(Part.cards(shard)));
  }

  private int run(Shard shard, List<Part> parts) throws IOException {
    String home = System.getProperty("hubgen.home");
    CrawlSettings settings = CrawlSettings.of(home == null ? null : Path.of(home));
    Endpoint endpoint =
        Endpoint.of(options.endpoint() == null ? settings.endpoint() : options.endpoint());
    Token token = Token.of(System.getenv("HF_TOKEN"));
    Lake lake = options.lake().writableLake();
    Snapshot snapshot = lake.forWriting(options.lake().snapshotId(), Clock.systemUTC());
    if (snapshot.isPublished()) {
      throw Fault.badInput(
          "snapshot " + snapshot.id() + " is published and never changes",
          lake.files().uri(snapshot.path(Snapshot.MANIFEST)),
          "Name another with --snapshot.");
    }
    Tally tally = new Tally();
    Waiting waiting = new Waiting(TimeSource.system(), tally, options.duration());
    interruption.watches(waiting);
    try (FolderLock lock = lock(snapshot, shard);
        HubClient client =
            new HubClient(
                endpoint,
                token,
                settings.http(),
                settings.asking().concurrency(waiting),
                waiting,
                tally,
                version())) {
      CrawlSession session =
          new CrawlSession(
              snapshot, settings, client, waiting, tally, options.limit(), options.partial());
      for (Part part : parts) {
        Map<String, Long> before = tally.totals();
        try {
          report(part, crawl(part, session), snapshot);
        } finally {
          BudgetReport.of(tally.since(before)).sentences().forEach(LOG::info);
        }
      }
      writeMetrics(snapshot);
    } catch (UncheckedIOException lost) {
      throw lake.lost(lost.getCause());
    } catch (IOException lost) {
      throw lake.lost(lost);
    }
    return ExitCode.DONE.number();
  }

  private void writeMetrics(Snapshot snapshot) throws IOException {
    if (options.metrics() != null) {
      Metrics metrics = new Metrics(snapshot.id());
      metrics.addCrawl(snapshot);
      metrics.write(options.metrics(), "crawl");
    }
  }

  /**
   * Keeps others out: of the snapshot, or of one share of its cards. Each kind takes its own lock
   * before it looks for the other's, so that of two at once one at least refuses.
   */
  private FolderLock lock(Snapshot snapshot, Shard shard) throws IOException {
    LakeFiles files = snapshot.files();
    String whole = snapshot.path("raw/journal");
    CardShards shards = new CardShards(snapshot);
    FolderLock lock =
        FolderLock.take(files, shard == null ? whole : shards.folder(shard), "crawl " + what);
    try {
      FolderLock.refuseIfHeld(
          files,
          shard == null ? shards.all().stream().map(shards::folder).toList() : List.of(whole));
      return lock;
    } catch (Fault refused) {
      lock.close();
      throw refused;
    }
  }

  private static Outcome crawl(Part part, CrawlSession session) throws IOException {
    Snapshot snapshot = session.snapshot();
    Optional<TableSeal> seal = snapshot.seal(part.table());
    if (seal.isEmpty() || part.again()) {
      return part.work().run(session);
    }
    // A kill between the seal and the end of the journal leaves it behind.
    snapshot.files().delete(snapshot.path("raw/journal/" + part.word()));
    return new Outcome.AlreadySealed(part.table().name(), seal.get().rows());
  }

  private void report(Part part, Outcome outcome, Snapshot snapshot) {
    String word = part.word();
    if (outcome instanceof Outcome.Sealed sealed) {
      out.println(
          String.format(
              Locale.ROOT,
              "%s: %d rows, %d requests, %.1f s",
              word,
              sealed.rows(),
              sealed.requests(),
              sealed.seconds()));
    } else if (outcome instanceof Outcome.AlreadySealed already) {
      out.println(word + ": " + already.rows() + " rows, crawled before");
    } else if (outcome instanceof Outcome.ShardAsked asked) {
      out.println(
          String.format(
              Locale.ROOT,
              "%s, shard %s: %d rows, %d requests, %.1f s; when all shards are done,"
                  + " hubgen crawl cards makes the table",
              word,
              asked.shard(),
              asked.rows(),
              asked.requests(),
              asked.seconds()));
    } else if (outcome instanceof Outcome.Stopped stopped) {
      throw stopped(word, stopped, snapshot);
    }
  }

  private Fault stopped(String word, Outcome.Stopped stopped, Snapshot snapshot) {
    String why =
        switch (stopped.reason()) {
          case INTERRUPTED -> "interrupted";
          case TIME_IS_UP -> "the time given with --for is up";
          case FAILED -> "stopped by a failure";
        };
    return Fault.incomplete(
        why, word + ", " + stopped.rows() + " rows so far", "To resume: " + resume(snapshot));
  }

  private String resume(Snapshot snapshot) {
    StringBuilder command = new StringBuilder("hubgen crawl ").append(what);
    command
        .append(" --lake ")
        .append(options.lake().location())
        .append(" --snapshot ")
        .append(snapshot.id());
    if (options.endpoint() != null) {
      command.append(" --endpoint ").append(options.endpoint());
    }
    if (options.limit() >= 0) {
      command.append(" --limit ").append(options.limit());
    }
    if (options.partial()) {
      command.append(" --partial");
      if (options.duration() != null) {
        command.append(" --for ").append(Durations.format(options.duration()));
      }
    }
    return command.toString();
  }

  private static String version() throws IOException {
    Properties build = new Properties();
    try (InputStream file = Snapshot.class.getResourceAsStream("/build.properties")) {
      if (file != null) {
        build.load(file);
      }
    }
    return build.getProperty("version", "unknown");
  }
}
