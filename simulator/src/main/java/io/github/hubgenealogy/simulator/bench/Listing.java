package io.github.hubgenealogy.simulator.bench;

import io.github.hubgenealogy.lake.command.Commands;
import io.github.hubgenealogy.lake.command.ExitCode;
import io.github.hubgenealogy.lake.command.Fault;
import io.github.hubgenealogy.simulator.ecosystem.Ecosystem;
import io.github.hubgenealogy.simulator.ecosystem.EcosystemSettings;
import io.github.hubgenealogy.simulator.ecosystem.SimulatedHub;
import io.github.hubgenealogy.simulator.limit.Plan;
import io.github.hubgenealogy.simulator.server.HubServer;
import io.github.hubgenealogy.simulator.server.ServerSettings;
import java.io.IOException;
import java.io.PrintWriter;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/**
 * The bench {@code listing}: a plain client lists a whole simulated Hub over loopback, as the
 * crawler asks. Server and client share the process; run it under {@code taskset -c 0} for what one
 * core does for both.
 */
@Command(
    name = "listing",
    mixinStandardHelpOptions = true,
    description = "Lists a whole simulated Hub and says how fast that was.")
public final class Listing implements Callable<Integer> {
  private static final Pattern NEXT = Pattern.compile("<([^>]+)>; rel=\"next\"");
  private static final String PATH =
      "/api/models?limit=1000&sort=createdAt&direction=1&expand[]="
          + String.join(
              "&expand[]=",
              "author",
              "baseModels",
              "cardData",
              "config",
              "createdAt",
              "disabled",
              "downloads",
              "downloadsAllTime",
              "gated",
              "gguf",
              "lastModified",
              "library_name",
              "likes",
              "pipeline_tag",
              "private",
              "safetensors",
              "sha",
              "tags",
              "trendingScore");
  private static final byte[] KEY = "{\"_id\":\"".getBytes(StandardCharsets.US_ASCII);

  @Spec private CommandSpec spec;

  @Option(names = "--models", paramLabel = "N", defaultValue = "500000")
  private int models;

  @Option(
      names = "--rounds",
      paramLabel = "N",
      defaultValue = "3",
      description = "the first warms up")
  private int rounds;

  public static void main(String[] arguments) {
    System.exit(
        runMain(
            new PrintWriter(System.out, true, StandardCharsets.UTF_8),
            new PrintWriter(System.err, true, StandardCharsets.UTF_8),
            arguments));
  }

  public static int runMain(PrintWriter out, PrintWriter err, String... arguments) {
    return Commands.run(new Listing(), out, err, arguments);
  }

  @Override
  public Integer call() throws IOException, InterruptedException {
    Ecosystem ecosystem = Ecosystem.of(new EcosystemSettings(models, 1));
    try (HubServer server =
        new HubServer(
            new SimulatedHub(ecosystem),
            ServerSettings.of(Plan.UNLIMITED, Duration.ofMinutes(5)),
            Clock.systemUTC())) {
      for (int round = 1; round <= rounds; round++) {
        list(server.address(), round);
      }
    }
    return ExitCode.DONE.number();
  }

  private void list(URI server, int round) throws IOException, InterruptedException {
    HttpClient client = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    long start = System.nanoTime();
    long bytes = 0;
    int records = 0;
    String next = server + PATH;
    while (next != null) {
      HttpResponse<byte[]> page =
          client.send(
              HttpRequest.newBuilder(URI.create(next)).build(),
              HttpResponse.BodyHandlers.ofByteArray());
      if (page.statusCode() != 200) {
        throw Fault.incomplete("the list ended with " + page.statusCode(), next, "Run it again.");
      }
      bytes += page.body().length;
      records += records(page.body());
      Matcher link = NEXT.matcher(page.headers().firstValue("Link").orElse(""));
      next = link.find() ? link.group(1) : null;
    }
    double seconds = (System.nanoTime() - start) / 1e9;
    spec.commandLine()
        .getOut()
        .printf(
            Locale.ROOT,
            "round %d: %d records of %d bytes on average in %.1f s: %.0f records a second%n",
            round,
            records,
            bytes / Math.max(1, records),
            seconds,
            records / seconds);
  }

  /**
   * Counts records by the key that each begins with; those within baseModels are not at the top.
   */
  private static int records(byte[] page) {
    int records = 0;
    int depth = 0;
    boolean text = false;
    for (int i = 0; i < page.length; i++) {
      byte c = page[i];
      if (text) {
        if (c == '\\') {
          i++;
        } else if (c == '"') {
          text = false;
        }
      } else if (c == '"') {
        text = true;
      } else if (c == '{') {
        records += depth == 0 && startsWithKey(page, i) ? 1 : 0;
        depth++;
      } else if (c == '}') {
        depth--;
      }
    }
    return records;
  }

  private static boolean startsWithKey(byte[] page, int at) {
    for (int i = 0; i < KEY.length; i++) {
      if (at + i >= page.length || page[at + i] != KEY[i]) {
        return false;
      }
    }
    return true;
  }
}
