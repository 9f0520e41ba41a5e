package io.github.hubgenealogy.jobs.prose;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.hubgenealogy.jobs.RealCards;
import io.github.hubgenealogy.jobs.cards.CardReader;
import io.github.hubgenealogy.jobs.pipeline.JobsSettings;
import io.github.hubgenealogy.jobs.pipeline.StatisticsSettings;
import io.github.hubgenealogy.lake.id.ClaimedId;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/**
 * The claims and cards that were read one by one: the figures told of them are those of the files,
 * and the rules still read what was judged.
 */
final class JudgedTextClaimsTest {
  private static final double Z = 1.959963984540054;

  /** One judged claim, a line of docs/text-claims-judged.tsv. */
  private record Judged(String draw, String child, String claimed, double weight, String verdict) {
    static Judged of(String line) {
      String[] cells = line.split("\t", -1);
      assertThat(cells).as(line).hasSize(7);
      assertThat(cells[5]).as(line).isIn("right", "wrong", "unclear");
      assertThat(cells[6]).as(line).isNotBlank();
      ProseRule.of(cells[3]);
      String[] stratum = cells[4].split("/");
      return new Judged(
          cells[0],
          cells[1],
          cells[2],
          Double.parseDouble(stratum[0]) / Double.parseDouble(stratum[1]),
          cells[5]);
    }

    boolean isRight() {
      return verdict.equals("right");
    }
  }

  /** One card that was read, a line of docs/text-parents-read.tsv; no parent is an empty one. */
  private record Read(String child, String parent, String found) {
    static Read of(String line) {
      String[] cells = line.split("\t", -1);
      assertThat(cells).as(line).hasSize(4);
      assertThat(cells[2]).as(line).isIn(cells[1].isEmpty() ? List.of("") : List.of("yes", "no"));
      return new Read(cells[0], cells[1], cells[2]);
    }
  }

  @Test
  void the_figures_of_the_page_are_those_of_the_files() throws IOException {
    List<Judged> judged = judged();
    List<Judged> first = judged.stream().filter(each -> each.draw().equals("first")).toList();
    List<Judged> added = judged.stream().filter(each -> each.draw().equals("added")).toList();
    assertThat(first).hasSize(200);
    assertThat(first.size() + added.size()).isEqualTo(judged.size());
    assertThat(judged).extracting(each -> each.child() + each.claimed()).doesNotHaveDuplicates();
    assertThat(page())
        .contains(
            figure(count(first, Judged::isRight), first.size()),
            figure(count(added, Judged::isRight), added.size()),
            figure(count(judged, Judged::isRight), judged.size()),
            "weighted by the strata " + three(weight(first, Judged::isRight)));
    List<Read> stating = stating();
    assertThat(page())
        .contains(
            "first by the same of its id was read: " + stating.size() + " state a parent",
            figure(count(stating, read -> read.found().equals("yes")), stating.size()));
  }

  @Test
  void undeclared_lineage_is_corrected_by_these_counts() throws IOException {
    List<Judged> first = judged().stream().filter(each -> each.draw().equals("first")).toList();
    List<Read> stating = stating();
    StatisticsSettings settings = JobsSettings.defaults().statistics();
    assertThat(settings.textPrecisionRight()).isEqualTo(count(first, Judged::isRight));
    assertThat(settings.textPrecisionOf()).isEqualTo(first.size());
    assertThat(settings.textRecallFound())
        .isEqualTo(count(stating, read -> read.found().equals("yes")));
    assertThat(settings.textRecallOf()).isEqualTo(stating.size());
  }

  @Test
  void what_was_judged_right_is_still_claimed_on_its_card() throws IOException {
    List<Judged> judged = judged();
    List<Read> read = lines("text-parents-read.tsv").stream().map(Read::of).toList();
    Map<String, List<String>> claims = new HashMap<>();
    judged.forEach(each -> claims.put(each.child(), List.of()));
    read.forEach(each -> claims.put(each.child(), List.of()));
    CardReader reader = new CardReader(JobsSettings.defaults().cards());
    int[] cards = {0};
    RealCards.forEach(
        (id, card) -> {
          if (claims.containsKey(id)) {
            cards[0]++;
            claims.put(id, claims(id, reader.readme(card, false).statements()));
          }
        });
    assertThat(cards[0]).as("cards that are there").isEqualTo(claims.size());
    Predicate<Judged> isMade = each -> claims.get(each.child()).contains(each.claimed());
    assertThat(judged).filteredOn(Judged::isRight).allMatch(isMade);
    List<Judged> made = judged.stream().filter(isMade).toList();
    int right = count(made, Judged::isRight);
    assertThat((double) right / made.size())
        .as("%d of %d claims", right, made.size())
        .isGreaterThanOrEqualTo(0.98);
    assertThat(read)
        .filteredOn(each -> !each.parent().isEmpty())
        .allSatisfy(
            each ->
                assertThat(claims.get(each.child()).contains(each.parent()))
                    .as(each.child())
                    .isEqualTo(each.found().equals("yes")));
  }

  private static List<String> claims(String id, List<Statement> statements) {
    return TextParents.of(id, statements).stream()
        .map(
            parent -> {
              String claimed = ClaimedId.of(parent.claimedText()).id();
              return claimed == null ? parent.claimedText() : claimed;
            })
        .toList();
  }

  private static List<Judged> judged() throws IOException {
    return lines("text-claims-judged.tsv").stream().map(Judged::of).toList();
  }

  private static List<Read> stating() throws IOException {
    return lines("text-parents-read.tsv").stream()
        .map(Read::of)
        .filter(read -> !read.parent().isEmpty())
        .toList();
  }

  private static <T> int count(List<T> all, Predicate<T> wanted) {
    return (int) all.stream().filter(wanted).count();
  }

  private static double weight(List<Judged> all, Predicate<Judged> wanted) {
    return all.stream().filter(wanted).mapToDouble(Judged::weight).sum()
        / all.stream().mapToDouble(Judged::weight).sum();
  }

  /** A share with its 95 % interval: the two roots of |p − x| = z √(x (1 − x) / n) in x. */
  private static String figure(int right, int n) {
    double p = (double) right / n;
    double a = 1 + Z * Z / n;
    double b = -(2 * p + Z * Z / n);
    double root = Math.sqrt(b * b - 4 * a * p * p);
    return String.format(
        Locale.ROOT,
        "%d of %d, %s [%s, %s]",
        right,
        n,
        three(p),
        three((-b - root) / (2 * a)),
        three((-b + root) / (2 * a)));
  }

  private static String three(double share) {
    return String.format(Locale.ROOT, "%.3f", share);
  }

  private static List<String> lines(String name) throws IOException {
    List<String> lines = Files.readAllLines(docs(name));
    return lines.subList(1, lines.size());
  }

  /** The page with every blank a single one, since its lines may break anywhere. */
  private static String page() throws IOException {
    return Files.readAllLines(docs("text-claims.md")).stream()
        .map(String::strip)
        .collect(Collectors.joining(" "));
  }

  private static Path docs(String name) {
    return Path.of(System.getProperty("hubgen.home"), "docs", name);
  }
}
