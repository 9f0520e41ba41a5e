package io.github.hubgenealogy.explorer.bench;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.hubgenealogy.explorer.store.Explorations;
import io.github.hubgenealogy.explorer.store.IndexFiles;
import io.github.hubgenealogy.explorer.store.StoredGenealogy;
import io.github.hubgenealogy.lake.command.Commands;
import io.github.hubgenealogy.lake.command.LakeOptions;
import io.github.hubgenealogy.lake.store.Snapshot;
import java.io.IOException;
import java.io.PrintWriter;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/**
 * Times what a browser waits for: the server in a process of its own, asked over HTTP for random
 * models and the largest, one after another after a round that warms up, then by many clients at
 * once.
 */
@Command(name = "http-bench", mixinStandardHelpOptions = true)
public final class HttpBench implements Callable<Integer> {
  private static final int STARTS = 5;

  private static final int LARGEST = 50;
  private static final int PAGE = 500;

  @Spec private CommandSpec spec;
  @Mixin private LakeOptions lake;

  @Option(names = "--rounds", defaultValue = "1000", description = "requests of each kind")
  private int rounds;

  @Option(names = "--clients", defaultValue = "200", description = "clients at once")
  private int clients;

  @Option(names = "--heap", defaultValue = "1200m", description = "the server's largest heap")
  private String heap;

  private final Random random = new Random(1);
  private final ObjectMapper json = new ObjectMapper();
  private final HttpClient http =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

  private String[] some;
  private String[] largest;

  public static void main(String[] arguments) {
    PrintWriter out = new PrintWriter(System.out, true, StandardCharsets.UTF_8);
    PrintWriter err = new PrintWriter(System.err, true, StandardCharsets.UTF_8);
    System.exit(Commands.run(new HttpBench(), out, err, arguments));
  }

  @Override
  public Integer call() throws IOException {
    Snapshot snapshot = lake.lake().forReading(lake.snapshotId());
    say("index               %,d MB", Files.size(IndexFiles.of(snapshot)) >> 20);
    choose(snapshot);
    List<String> arguments =
        List.of("--lake", snapshot.files().uri(""), "--snapshot", snapshot.id());
    double[] starts = new double[STARTS];
    for (int i = 0; i < STARTS; i++) {
      try (ServerProcess each = new ServerProcess(heap, arguments)) {
        starts[i] = each.startSeconds();
      }
    }
    Arrays.sort(starts);
    say(
        "start               %.2f s until it listens, median of %d (%.2f to %.2f)",
        starts[STARTS / 2], STARTS, starts[0], starts[STARTS - 1]);
    try (ServerProcess server = new ServerProcess(heap, arguments)) {
      URI api = server.address().resolve("/api/v1/");
      time("sheet", () -> api.resolve("model?id=" + encoded(one())));
      time("lineage ±3", () -> api.resolve("lineage?up=3&down=3&id=" + encoded(one())));
      time("search", () -> api.resolve("search?q=" + encoded(part(one()))));
      time(
          "search, no hit",
          () -> api.resolve("search?q=" + Integer.toString(random.nextInt(1 << 30) + 1_000, 36)));
      for (int round = 0; round < 3; round++) {
        exposure(api);
      }
      together(api);
      say("resident at most    %,d MB", server.residentMebibytes());
    }
    return 0;
  }

  /** Which models are asked for; the snapshot is closed again, so that memory is the server's. */
  private void choose(Snapshot snapshot) throws IOException {
    try (StoredGenealogy genealogy = Explorations.open(snapshot)) {
      var vertices = genealogy.graph().vertices();
      some =
          random
              .ints(10_000, 0, vertices.size())
              .mapToObj(vertices.ids()::text)
              .toArray(String[]::new);
      largest =
          IntStream.range(0, vertices.size())
              .boxed()
              .sorted((a, b) -> vertices.descendants()[b] - vertices.descendants()[a])
              .limit(LARGEST)
              .map(vertices.ids()::text)
              .toArray(String[]::new);
      say(
          "snapshot            %,d models, %,d edges",
          genealogy.snapshot().models(), genealogy.snapshot().edges());
    }
  }

  /** Every tenth a model with many descendants. */
  private String one() {
    String[] from = random.nextInt(10) == 0 ? largest : some;
    return from[random.nextInt(from.length)];
  }

  private String part(String id) {
    int from = random.nextInt(Math.max(1, id.length() - 2));
    return id.substring(from, Math.min(id.length(), from + 2 + random.nextInt(10)));
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }

  private HttpResponse<byte[]> get(URI address) throws IOException {
    try {
      return http.send(HttpRequest.newBuilder(address).build(), BodyHandlers.ofByteArray());
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
      throw new IOException("stopped", stopped);
    }
  }

  private void time(String what, Supplier<URI> next) throws IOException {
    double[] millis = new double[rounds];
    int refused = 0;
    for (int warm = 0; warm < 2; warm++) {
      for (int i = 0; i < rounds; i++) {
        URI asked = next.get();
        long begun = System.nanoTime();
        refused += get(asked).statusCode() == 200 ? 0 : 1;
        millis[i] = (System.nanoTime() - begun) / 1e6;
      }
    }
    Arrays.sort(millis);
    say(
        "%-19s p50 %.2f ms, p99 %.2f ms, most %.2f ms, %d not answered",
        what, millis[rounds / 2], millis[(int) (rounds * 0.99)], millis[rounds - 1], refused);
  }

  /** The page a person sees first, and all of it, page by page to the last row. */
  private void exposure(URI api) throws IOException {
    long begun = System.nanoTime();
    long first = 0;
    int rows = 0;
    int total = 1;
    while (rows < total) {
      String query = "exposure?limit=" + PAGE + "&offset=" + rows + "&id=" + encoded(largest[0]);
      JsonNode answer = json.readTree(get(api.resolve(query)).body()).path("descendants");
      total = answer.path("total").asInt();
      rows += answer.path("items").size();
      first = first == 0 ? System.nanoTime() : first;
      if (answer.path("items").isEmpty()) {
        break;
      }
    }
    say(
        "exposure of the largest: first page %.2f s, %,d of %,d rows after %.2f s",
        (first - begun) / 1e9, rows, total, (System.nanoTime() - begun) / 1e9);
  }

  private void together(URI api) {
    AtomicInteger answered = new AtomicInteger();
    long begun = System.nanoTime();
    CompletableFuture<?>[] all =
        IntStream.range(0, clients)
            .mapToObj(
                client -> {
                  HttpClient own =
                      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
                  String path =
                      switch (client % 4) {
                        case 0 -> "model?id=" + encoded(one());
                        case 1 -> "lineage?up=3&down=3&id=" + encoded(one());
                        case 2 -> "search?q=" + encoded(part(one()));
                        default -> "exposure?id=" + encoded(one());
                      };
                  return own.sendAsync(
                          HttpRequest.newBuilder(api.resolve(path)).build(),
                          BodyHandlers.ofByteArray())
                      .thenAccept(answer -> answered.addAndGet(answer.statusCode() == 200 ? 1 : 0))
                      .exceptionally(lost -> null);
                })
            .toArray(CompletableFuture<?>[]::new);
    CompletableFuture.allOf(all).join();
    say(
        "%d clients at once  %d answered, the last after %.2f s",
        clients, answered.get(), (System.nanoTime() - begun) / 1e9);
  }

  private void say(String pattern, Object... values) {
    spec.commandLine().getOut().println(String.format(Locale.ROOT, pattern, values));
  }
}
