package io.github.hubgenealogy.simulator.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.hubgenealogy.simulator.ecosystem.Ecosystem;
import io.github.hubgenealogy.simulator.ecosystem.EcosystemSettings;
import io.github.hubgenealogy.simulator.ecosystem.SimulatedHub;
import io.github.hubgenealogy.simulator.limit.Plan;
import io.github.hubgenealogy.simulator.server.HubServer;
import io.github.hubgenealogy.simulator.server.ServerSettings;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/**
 * The Hub's own JavaScript client, {@code @huggingface/hub} at the version in package-lock.json.
 * Skipped where Node is absent or npm cannot install it.
 */
final class NodeClientTest {
  private static final int MODELS = 5_000;
  private static final Path SOURCES = Path.of("src/test/node");
  private static final Path FOLDER = Path.of("target/node");

  private static final Ecosystem ECOSYSTEM = Ecosystem.of(new EcosystemSettings(MODELS, 6));

  @BeforeAll
  static void install() throws Exception {
    Files.createDirectories(FOLDER);
    for (String file : List.of("package.json", "package-lock.json", "check.mjs")) {
      Files.copy(SOURCES.resolve(file), FOLDER.resolve(file), StandardCopyOption.REPLACE_EXISTING);
    }
    assumeTrue(run("node", "--version").code() == 0, "Node is not installed");
    if (!Files.exists(FOLDER.resolve("node_modules/@huggingface/hub"))) {
      Outcome installed = run("npm", "ci", "--no-audit", "--no-fund", "--ignore-scripts");
      assumeTrue(installed.code() == 0, "npm cannot install the client: " + installed.output());
    }
  }

  private record Outcome(int code, String output) {}

  private static Outcome run(String... command) throws InterruptedException {
    try {
      Process process =
          new ProcessBuilder(command).directory(FOLDER.toFile()).redirectErrorStream(true).start();
      String output =
          new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();
      if (!process.waitFor(60, TimeUnit.SECONDS)) {
        process.destroyForcibly();
      }
      return new Outcome(process.waitFor(), output);
    } catch (IOException absent) {
      return new Outcome(-1, absent.getMessage());
    }
  }

  private static JsonNode check(Plan plan, Duration window, int cards) throws Exception {
    try (HubServer server =
        new HubServer(
            new SimulatedHub(ECOSYSTEM), ServerSettings.of(plan, window), Clock.systemUTC())) {
      Outcome outcome =
          run("node", "check.mjs", server.address().toString(), Integer.toString(cards));
      assertThat(outcome.code()).as(outcome.output()).isZero();
      return new ObjectMapper().readTree(outcome.output());
    }
  }

  @Test
  void it_lists_every_model_and_reads_cards_without_limits() throws Exception {
    JsonNode seen = check(Plan.UNLIMITED, Duration.ofMinutes(5), 100);
    assertThat(seen.get("listed").asInt()).isEqualTo(MODELS);
    assertThat(seen.get("distinct").asInt()).isEqualTo(MODELS);
    assertThat(seen.get("details").asBoolean()).isTrue();
    assertThat(seen.get("read").asInt()).isGreaterThan(50);
    assertThat(seen.get("read").asInt() + seen.get("missing").asInt()).isEqualTo(100);
    assertThat(seen.get("waits").asInt()).isZero();
  }

  @Test
  void it_lists_every_model_and_reads_cards_under_limits_that_bite() throws Exception {
    JsonNode seen = check(Plan.ANONYMOUS, Duration.ofSeconds(20), 700);
    assertThat(seen.get("listed").asInt()).isEqualTo(MODELS);
    assertThat(seen.get("distinct").asInt()).isEqualTo(MODELS);
    assertThat(seen.get("read").asInt() + seen.get("missing").asInt()).isEqualTo(700);
    assertThat(seen.get("waits").asInt()).isPositive();
  }
}
