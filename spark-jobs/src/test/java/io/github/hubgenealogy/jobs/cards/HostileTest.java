package io.github.hubgenealogy.jobs.cards;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.ThreadMXBean;
import io.github.hubgenealogy.jobs.bench.HostileCards;
import io.github.hubgenealogy.jobs.pipeline.JobsSettings;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/**
 * Every attack ends in its status. How long it takes is not asserted but bounded by what is: bytes
 * allocated, which the thread counts exactly, and the reader's limits.
 */
final class HostileTest {
  /** All that a reading may allocate, garbage included, so an upper bound of what it holds. */
  private static final long MOST_ALLOCATED = 64L << 20;

  private static final Path FOUND = Path.of("src", "test", "resources", "hostile");

  private final CardReader reader = new CardReader(JobsSettings.defaults().cards());

  @TestFactory
  Stream<DynamicTest> attack() {
    return HostileCards.all().entrySet().stream()
        .map(each -> DynamicTest.dynamicTest(each.getKey(), () -> endsWell(each.getValue())));
  }

  private void endsWell(HostileCards.Attack attack) {
    ThreadMXBean thread = (ThreadMXBean) ManagementFactory.getThreadMXBean();
    byte[] card = attack.card().get();
    long before = thread.getCurrentThreadAllocatedBytes();
    ReadCard read = reader.readme(card, false);
    long allocated = thread.getCurrentThreadAllocatedBytes() - before;

    assertThat(read.status()).as("%s", read.remark()).isEqualTo(attack.status());
    assertThat(allocated).as("bytes allocated").isLessThan(MOST_ALLOCATED);
    if (read.remark() != null) {
      assertThat(read.remark().length()).isLessThanOrEqualTo(300);
    }
  }

  @Test
  void what_a_fuzzer_found_ends_in_a_status() throws IOException {
    List<Path> cards;
    try (Stream<Path> files = Files.list(FOUND)) {
      cards = files.sorted().toList();
    }
    assertThat(cards).isNotEmpty();
    for (Path card : cards) {
      assertThat(reader.readme(Files.readAllBytes(card), false).status())
          .as("%s", card)
          .isNotNull();
    }
  }

  @Test
  void a_class_that_a_tag_names_is_never_made() {
    byte[] card =
        "---\nlicense: !!java.lang.String mit\ntags: !!java.util.ArrayList [a]\n---\n"
            .getBytes(java.nio.charset.StandardCharsets.UTF_8);
    DeclaredCard declared = reader.readme(card, false).declared();
    assertThat(declared.licenses()).containsExactly("mit");
    assertThat(declared.tags()).containsExactly("a");
  }

  @Test
  void the_hubs_own_parse_is_read_within_the_same_limits() {
    assertThat(reader.cardData("[".repeat(100_000))).isNull();
    assertThat(reader.cardData("{\"a\":".repeat(100_000))).isNull();
    assertThat(reader.cardData("{\"a\": [" + "1,".repeat(100_000) + "1]}")).isNull();
    assertThat(reader.cardData("{\"license\": \"\\ud800\"}")).isNotNull();
    assertThat(reader.cardData("null")).isNull();
    assertThat(reader.cardData("")).isNull();
  }
}
