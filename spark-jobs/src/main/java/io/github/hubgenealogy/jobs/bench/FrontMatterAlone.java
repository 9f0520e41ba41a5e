package io.github.hubgenealogy.jobs.bench;

import com.sun.management.ThreadMXBean;
import io.github.hubgenealogy.jobs.cards.CardText;
import io.github.hubgenealogy.jobs.cards.FrontMatter;
import io.github.hubgenealogy.jobs.cards.ParseStatus;
import io.github.hubgenealogy.jobs.cards.YamlReader;
import io.github.hubgenealogy.jobs.pipeline.JobsSettings;
import java.io.PrintWriter;
import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * How many front matters a core reads a second: from the text between the fences to a map, nothing
 * before and nothing after, which is what {@code yaml.load} does.
 */
final class FrontMatterAlone {
  private static final long LONGEST_NANOSECONDS = 4_000_000_000L;

  private FrontMatterAlone() {}

  static void measure(CardMix mix, PrintWriter out) {
    List<String> texts = texts(mix);
    YamlReader reader = new YamlReader(JobsSettings.defaults().cards());
    ThreadMXBean thread = (ThreadMXBean) ManagementFactory.getThreadMXBean();
    // Twice, of which the first compiles.
    double rate = 0;
    for (int round = 0; round < 2; round++) {
      long start = thread.getCurrentThreadCpuTime();
      long spent = 0;
      long read = 0;
      while (spent < LONGEST_NANOSECONDS) {
        for (String text : texts) {
          reader.read(text);
        }
        read += texts.size();
        spent = thread.getCurrentThreadCpuTime() - start;
      }
      rate = read / (spent / 1e9);
    }
    out.printf(Locale.ROOT, "front matter alone, warm: %.0f a second a core%n", rate);
  }

  private static List<String> texts(CardMix mix) {
    List<String> texts = new ArrayList<>();
    for (int n = 0; n < mix.size(); n++) {
      String text = CardText.of(mix.card(n), false).text();
      FrontMatter matter = text == null ? null : FrontMatter.find(text);
      if (matter != null && matter.status() == ParseStatus.OK) {
        texts.add(text.substring(matter.from(), matter.to()));
      }
    }
    return texts;
  }
}
