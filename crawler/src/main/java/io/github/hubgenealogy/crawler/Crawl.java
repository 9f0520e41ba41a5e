package io.github.hubgenealogy.crawler;

import io.github.hubgenealogy.lake.command.Commands;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Command crawl: a Hub's metadata and cards into raw tables. */
@Command(
    name = "crawl",
    mixinStandardHelpOptions = true,
    description = {
      "Crawls a Hub into the raw tables of a snapshot, within the Hub's rate limits.",
      "Stopped by Ctrl-C or killed, the same command resumes. A token is taken from HF_TOKEN alone.",
      ""
    })
public final class Crawl implements Runnable {
  private final Interruption interruption;

  @Spec private CommandSpec spec;

  private Crawl(Interruption interruption) {
    this.interruption = interruption;
  }

  public static void main(String[] arguments) {
    PrintWriter out = new PrintWriter(System.out, true, StandardCharsets.UTF_8);
    PrintWriter err = new PrintWriter(System.err, true, StandardCharsets.UTF_8);
    Interruption interruption = Interruption.ofProcess();
    System.exit(interruption.ended(run(interruption, out, err, arguments)));
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
  public void run() {
    throw new ParameterException(
        spec.commandLine(), "Missing what to crawl: models, datasets, cards, redirects or all");
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
  int cards(@Mixin CrawlOptions options) throws IOException {
    return crawl("cards", options, List.of(Part.CARDS));
  }

  @Command(
      name = "redirects",
      mixinStandardHelpOptions = true,
      description = "what became of parents that are claimed and not listed")
  int redirects(@Mixin CrawlOptions options) throws IOException {
    return crawl("redirects", options, List.of(Part.REDIRECTS));
  }

  @Command(
      name = "all",
      mixinStandardHelpOptions = true,
      description = "models, datasets, cards, redirects")
  int all(@Mixin CrawlOptions options) throws IOException {
    return crawl("all", options, List.of(Part.values()));
  }

  private int crawl(String what, CrawlOptions options, List<Part> parts) throws IOException {
    return new CrawlRun(what, options, interruption, spec.commandLine().getOut()).run(parts);
  }
}
