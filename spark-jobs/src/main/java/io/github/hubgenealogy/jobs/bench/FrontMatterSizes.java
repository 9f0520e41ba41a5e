package io.github.hubgenealogy.jobs.bench;

import io.github.hubgenealogy.jobs.cards.CardText;
import io.github.hubgenealogy.jobs.cards.FrontMatter;
import io.github.hubgenealogy.jobs.cards.ParseStatus;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Locale;

/** How long the front matter of a mix's cards is, in bytes, sorted. */
record FrontMatterSizes(int cards, long cardBytes, int[] sizes) {

  static FrontMatterSizes of(CardMix mix) {
    int[] sizes = new int[mix.size()];
    int found = 0;
    long bytes = 0;
    for (int n = 0; n < mix.size(); n++) {
      bytes += mix.card(n).length;
      String text = CardText.of(mix.card(n), false).text();
      FrontMatter matter = text == null ? null : FrontMatter.find(text);
      if (matter != null && matter.status() == ParseStatus.OK) {
        sizes[found++] =
            text.substring(matter.from(), matter.to()).getBytes(StandardCharsets.UTF_8).length;
      }
    }
    int[] sorted = Arrays.copyOf(sizes, found);
    Arrays.sort(sorted);
    return new FrontMatterSizes(mix.size(), bytes, sorted);
  }

  void print(PrintWriter out) {
    out.printf(
        Locale.ROOT,
        "cards: %,d different, %,d bytes on average, %,d with front matter of %.0f bytes on average;"
            + " p10 %d, p50 %d, p90 %d, p99 %d, largest %,d%n",
        cards,
        cardBytes / cards,
        sizes.length,
        Arrays.stream(sizes).average().orElse(0),
        at(0.1),
        at(0.5),
        at(0.9),
        at(0.99),
        at(1));
  }

  private int at(double share) {
    return sizes.length == 0 ? 0 : sizes[(int) (share * (sizes.length - 1))];
  }
}
