package io.github.hubgenealogy.jobs.cards;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.ThreadMXBean;
import io.github.hubgenealogy.jobs.RealCards;
import io.github.hubgenealogy.jobs.bench.HostileCards;
import io.github.hubgenealogy.jobs.pipeline.JobsSettings;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * Cards changed at random: real ones where they are there, else those of {@link HostileCards}.
 * Nothing may be thrown or allocated beyond bounds, and the short way of reading YAML has to give
 * what the full one gives. What fails is written to {@code target/fuzz}; a failure that was mended
 * is kept in {@code src/test/resources/hostile}. {@code -Dhubgen.fuzz.seconds} and {@code
 * -Dhubgen.fuzz.seed} say how long and from where; without them it takes some seconds.
 */
@Tag("slow")
final class FuzzTest {
  private static final long MOST_ALLOCATED = 96L << 20;
  private static final int LONGEST = 64 << 10;
  private static final String[] TOKENS = {
    "---\n",
    "\n---\n",
    "\r\n",
    "\r",
    ": ",
    "- ",
    "\n- ",
    "\n  ",
    "[",
    "]",
    "{",
    "}",
    "&a ",
    "*a",
    "<<: ",
    "!!str ",
    "|\n ",
    ">-\n ",
    "'",
    "\"",
    "\\",
    "#",
    " # ",
    "%YAML 1.1\n",
    "? ",
    "@",
    "`",
    "\t",
    "\0",
    "\ufeff",
    "\u0085",
    "\u2028",
    "\ud83d\ude00",
    "~",
    "null",
    "010",
    ".inf",
    "base_model",
    "license: ",
    "tags:\n",
    "model-index:\n",
    "...\n"
  };

  private final JobsSettings.Cards limits = JobsSettings.defaults().cards();
  private final CardReader reader = new CardReader(limits);
  private final PlainYaml plain = new PlainYaml(limits);
  private final NodeReader full = new NodeReader(limits);
  private final ThreadMXBean thread = (ThreadMXBean) ManagementFactory.getThreadMXBean();

  @Test
  void no_changed_card_breaks_the_reader() throws IOException {
    long seed = Long.getLong("hubgen.fuzz.seed", 1);
    long end = System.nanoTime() + Long.getLong("hubgen.fuzz.seconds", 10) * 1_000_000_000L;
    Random random = new Random(seed);
    List<byte[]> seeds = seeds();
    long tries = 0;
    for (; System.nanoTime() < end; tries++) {
      byte[] card = seeds.get(random.nextInt(seeds.size()));
      int changes = 1 + random.nextInt(6);
      for (int i = 0; i < changes; i++) {
        card = changed(card, seeds, random);
      }
      check(card);
    }
    System.out.println(tries + " changed cards of " + seeds.size() + " read");
    assertThat(tries).isPositive();
  }

  private void check(byte[] card) throws IOException {
    try {
      long before = thread.getCurrentThreadAllocatedBytes();
      ReadCard read = reader.readme(card, false);
      long allocated = thread.getCurrentThreadAllocatedBytes() - before;
      assertThat(read.status()).isNotNull();
      assertThat(allocated).isLessThan(MOST_ALLOCATED);
      String text = CardText.of(card, false).text();
      FrontMatter matter = text == null ? null : FrontMatter.find(text);
      if (matter != null && matter.status() == ParseStatus.OK) {
        String yaml = text.substring(matter.from(), matter.to());
        Node.Entries quick = plain.read(yaml.getBytes(StandardCharsets.UTF_8));
        if (quick != null) {
          assertThat(quick).isEqualTo(full.readYaml(yaml).root());
        }
      }
    } catch (RuntimeException | Error broken) {
      Path folder = Files.createDirectories(Path.of("target", "fuzz"));
      Path kept = folder.resolve(Integer.toHexString(java.util.Arrays.hashCode(card)) + ".md");
      Files.write(kept, card);
      throw new AssertionError("kept as " + kept, broken);
    }
  }

  private static List<byte[]> seeds() throws IOException {
    List<byte[]> seeds = new ArrayList<>();
    for (HostileCards.Attack attack : HostileCards.all().values()) {
      byte[] card = attack.card().get();
      if (card.length <= LONGEST) {
        seeds.add(card);
      }
    }
    if (RealCards.areThere()) {
      RealCards.forEach(
          (id, card) -> {
            if (card.length <= LONGEST) {
              seeds.add(card);
            }
          });
    }
    return seeds;
  }

  private static byte[] changed(byte[] card, List<byte[]> seeds, Random random) {
    // Mostly near the beginning, where the front matter is.
    int at = random.nextInt(1 + (random.nextInt(3) > 0 ? Math.min(card.length, 400) : card.length));
    int span = Math.min(card.length - at, 1 + random.nextInt(random.nextInt(8) == 0 ? 300 : 8));
    ByteArrayOutputStream made = new ByteArrayOutputStream(card.length + 64);
    made.write(card, 0, at);
    switch (random.nextInt(6)) {
      case 0 -> made.write(random.nextInt(256));
      case 1 ->
          made.writeBytes(TOKENS[random.nextInt(TOKENS.length)].getBytes(StandardCharsets.UTF_8));
      case 2 -> {
        for (int i = random.nextInt(20); i >= 0; i--) {
          made.write(card, at, span);
        }
      }
      case 3 -> {
        byte[] other = seeds.get(random.nextInt(seeds.size()));
        int from = random.nextInt(1 + Math.min(other.length, 400));
        made.write(other, from, Math.min(other.length - from, random.nextInt(120)));
      }
      case 4 -> {
        made.write(random.nextInt(128));
        at += span;
      }
      default -> at += span;
    }
    made.write(card, at, card.length - at);
    return made.size() > 2 * LONGEST ? card : made.toByteArray();
  }
}
