package io.github.hubgenealogy.jobs.cards;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import io.github.hubgenealogy.jobs.RealCards;
import io.github.hubgenealogy.jobs.bench.HostileCards;
import io.github.hubgenealogy.jobs.pipeline.JobsSettings;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Cards that Jazzer makes of hostile and of real ones, led by which branches of the reader they
 * reach. Whatever they are, reading them ends in a status, and the short way of reading YAML gives
 * what the full one gives. An input that fails is left as {@code crash-…} in the module's folder;
 * once mended it belongs in {@code src/test/resources/hostile}.
 */
final class CardFuzz {
  /** Longer cards make the fuzzer slow, and hold nothing that shorter ones do not. */
  private static final int LONGEST_SEED = 4_096;

  private static final Path FOUND = Path.of("src", "test", "resources", "hostile");

  private static final JobsSettings.Cards LIMITS = JobsSettings.defaults().cards();

  private final CardReader reader = new CardReader(LIMITS);
  private final PlainYaml plain = new PlainYaml(LIMITS);
  private final NodeReader full = new NodeReader(LIMITS);

  static Stream<Arguments> seeds() throws IOException {
    List<Arguments> seeds = new ArrayList<>();
    for (HostileCards.Attack attack : HostileCards.all().values()) {
      add(attack.card().get(), seeds);
    }
    try (Stream<Path> files = Files.list(FOUND)) {
      for (Path file : files.sorted().toList()) {
        add(Files.readAllBytes(file), seeds);
      }
    }
    if (RealCards.areThere()) {
      RealCards.forEach((id, card) -> add(card, seeds));
    }
    return seeds.stream();
  }

  private static void add(byte[] card, List<Arguments> seeds) {
    if (card.length <= LONGEST_SEED) {
      seeds.add(Arguments.of((Object) card));
    }
  }

  @MethodSource("seeds")
  @FuzzTest(maxDuration = "10m")
  void any_bytes_end_in_a_status(byte[] card) {
    if (card == null) {
      return;
    }
    ReadCard read = reader.readme(card, false);
    assertThat(read.status()).isNotNull();
    assertThat(reader.readme(card, true).status()).isNotNull();
    CardText decoded = CardText.of(card, false);
    if (decoded.text() == null) {
      assertThat(read.status()).isEqualTo(ParseStatus.UNDECODABLE);
      return;
    }
    FrontMatter matter = FrontMatter.find(decoded.text());
    if (matter.status() == ParseStatus.OK) {
      String yaml = decoded.text().substring(matter.from(), matter.to());
      Node.Entries quick = plain.read(yaml.getBytes(StandardCharsets.UTF_8));
      if (quick != null) {
        assertThat(full.readYaml(yaml).root()).isEqualTo(quick);
      }
    } else {
      assertThat(read.declared()).isEqualTo(DeclaredCard.NOTHING);
    }
    reader.cardData(decoded.text());
  }
}
