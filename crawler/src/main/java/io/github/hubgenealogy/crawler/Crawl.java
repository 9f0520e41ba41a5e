package io.github.hubgenealogy.crawler;

import io.github.hubgenealogy.crawler.asking.Shard;
import io.github.hubgenealogy.crawler.owner.OwnerNames;
import io.github.hubgenealogy.lake.command.Commands;
import io.github.hubgenealogy.lake.command.ExitCode;
import io.github.hubgenealogy.lake.command.LakeOptions;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Command crawl: a Hub's metadata and cards into raw tables. */
@Command(
    name = "crawl",
    mixinStandardHelpOptions = true,
    description = {
      "Crawls a Hub into the raw tables of a snapshot, within the Hub's rate limits.",
      "Stopped by Ctrl-C or killed, the same command resumes. A token is taken from HF_TOKEN alone.",
      "What an earlier snapshot has of an unchanged commit is copied, and not asked for again.",
      ""
    })
public final class Crawl implements Callable<Integer> {
  private static final int MOST_COUNTS = 100_000;
  private static final String POOL = "java.util.concurrent.ForkJoinPool.common.parallelism";

  private final Interruption interruption;

  @Spec private CommandSpec spec;
  @Mixin private LakeOptions lake;
  @Mixin private EstimateOptions estimate;

  private Crawl(Interruption interruption) {
    this.interruption = interruption;
  }

  public static void main(String[] arguments) {
    // Java's HTTP client ends every answer on the pool of CompletableFuture, which starts a thread
    // for each where the common pool has one of its own: on up to two processors.
    System.setProperty(
        POOL, System.getProperty(POOL, String.valueOf(Math.max(2, processors() - 1))));
    PrintWriter out = new PrintWriter(System.out, true, StandardCharsets.UTF_8);
    PrintWriter err = new PrintWriter(System.err, true, StandardCharsets.UTF_8);
    Interruption interruption = Interruption.ofProcess();
    System.exit(interruption.ended(run(interruption, out, err, arguments)));
  }

  private static int processors() {
    return Runtime.getRuntime().availableProcessors();
  }

  /** What {@code main} does, without leaving the process or listening to its signals. */
  public static int runMain(PrintWriter out, PrintWriter err, String... arguments) {
    return run(new Interruption(), out, err, arguments);
  }

  private static int run(
      Interruption interruption, PrintWriter out, PrintWriter err, String... arguments) {
    return Commands.run(new Crawl(interruption), out, err, arguments);
  }

  @Override
  public Integer call() throws IOException {
    if (estimate.wanted()) {
      estimate.print(lake, spec.commandLine().getOut());
      return ExitCode.DONE.number();
    }
    throw usage("Missing what to crawl: models, datasets, cards, redirects, owners, counts or all");
  }

  private ParameterException usage(String message) {
    return new ParameterException(spec.commandLine(), message);
  }

  @Command(
      name = "models",
      mixinStandardHelpOptions = true,
      description = "the list of models, oldest first")
  int models(@Mixin CrawlOptions options) throws IOException {
    return crawl("models", options, List.of(Part.MODELS));
  }

  @Command(name = "datasets", mixinStandardHelpOptions = true, description = "the list of datasets")
  int datasets(@Mixin CrawlOptions options) throws IOException {
    return crawl("datasets", options, List.of(Part.DATASETS));
  }

  @Command(
      name = "cards",
      mixinStandardHelpOptions = true,
      description = "the README of every listed model")
  int cards(
      @Mixin CrawlOptions options,
      @Option(
              names = "--shard",
              paramLabel = "I/N",
              description = {
                "only share I of N, from 0, each on a machine of its own; N is what the first says",
                "when all are done, crawl cards without --shard makes the table"
              })
          String shard)
      throws IOException {
    if (shard == null) {
      return crawl("cards", options, List.of(Part.CARDS));
    }
    if (options.partial()) {
      throw usage("--partial makes a table, which --shard does not: leave one of them out");
    }
    refuseMisplaced();
    Shard share;
    try {
      share = Shard.of(shard);
    } catch (IllegalArgumentException wrong) {
      throw usage(wrong.getMessage());
    }
    return options.estimate().wanted()
        ? estimated(options)
        : new CrawlRun("cards --shard " + share, options, interruption, out()).run(share);
  }

  @Command(
      name = "redirects",
      mixinStandardHelpOptions = true,
      description = "what became of parents that are claimed and not listed")
  int redirects(@Mixin CrawlOptions options) throws IOException {
    return crawl("redirects", options, List.of(Part.REDIRECTS));
  }

  @Command(
      name = "owners",
      mixinStandardHelpOptions = true,
      description = "who the owners are that a file names: organisation or person, name, website")
  int owners(
      @Mixin CrawlOptions options,
      @Option(
              names = "--ids",
              paramLabel = "FILE",
              description = "owners, or models whose owners are meant, one a line")
          Path ids)
      throws IOException {
    if (options.estimate().wanted()) {
      return crawl("owners", options, List.of());
    }
    if (ids == null) {
      throw usage("Missing the owners to ask for: --ids FILE");
    }
    return crawl("owners --ids " + ids, options, List.of(Part.owners(OwnerNames.of(ids))));
  }

  @Command(
      name = "counts",
      mixinStandardHelpOptions = true,
      description = "the Hub's own counts of children, for the models that most others claim")
  int counts(
      @Mixin CrawlOptions options,
      @Option(
              names = "--top",
              paramLabel = "N",
              defaultValue = "1000",
              description = "for so many models (default: ${DEFAULT-VALUE})")
          int top)
      throws IOException {
    if (top < 1 || top > MOST_COUNTS) {
      throw usage("--top is 1 to " + MOST_COUNTS);
    }
    return crawl("counts --top " + top, options, List.of(Part.counts(top)));
  }

  @Command(
      name = "all",
      mixinStandardHelpOptions = true,
      description = "models, datasets, cards, redirects")
  int all(@Mixin CrawlOptions options) throws IOException {
    return crawl("all", options, Part.ALL);
  }

  private int crawl(String what, CrawlOptions options, List<Part> parts) throws IOException {
    refuseMisplaced();
    return options.estimate().wanted()
        ? estimated(options)
        : new CrawlRun(what, options, interruption, out()).run(parts);
  }

  /** The command's own options are for {@code crawl --estimate} alone, and would go unheard. */
  private void refuseMisplaced() {
    if (!spec.commandLine().getParseResult().matchedOptions().isEmpty()) {
      throw usage("Options come after what to crawl, as in crawl models --lake DIR");
    }
  }

  private int estimated(CrawlOptions options) throws IOException {
    options.estimate().print(options.lake(), out());
    return ExitCode.DONE.number();
  }

  private PrintWriter out() {
    return spec.commandLine().getOut();
  }
}
