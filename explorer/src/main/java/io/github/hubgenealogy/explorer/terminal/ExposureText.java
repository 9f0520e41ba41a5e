package io.github.hubgenealogy.explorer.terminal;

import io.github.hubgenealogy.explorer.exposure.Answer;
import io.github.hubgenealogy.explorer.exposure.Asked;
import io.github.hubgenealogy.explorer.exposure.Candidate;
import io.github.hubgenealogy.explorer.exposure.Contact;
import io.github.hubgenealogy.explorer.exposure.Coverage;
import io.github.hubgenealogy.explorer.exposure.Publisher;
import io.github.hubgenealogy.explorer.exposure.Relative;
import io.github.hubgenealogy.explorer.exposure.Step;
import io.github.hubgenealogy.explorer.filing.Wording;
import io.github.hubgenealogy.explorer.genealogy.Carries;
import io.github.hubgenealogy.explorer.genealogy.SnapshotFacts;
import io.github.hubgenealogy.lake.command.Printable;
import java.io.PrintWriter;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** An answer for a terminal: the first rows of each part, every count, always the coverage box. */
final class ExposureText {
  private final PrintWriter out;
  private final Wording words;
  private final int rows;

  ExposureText(PrintWriter out, Wording words, int rows) {
    this.out = out;
    this.words = words;
    this.rows = rows;
  }

  void print(Answer answer) {
    question(answer);
    descendants(answer);
    title("sources");
    if (answer.ancestors().isEmpty()) {
      out.println("  " + words.text("sources.none"));
    }
    some(answer.ancestors(), this::relative);
    if (!answer.datasets().isEmpty()) {
      title("datasets");
      some(
          answer.datasets(),
          used -> used.dataset() + "  [" + used.presence() + ", " + used.model() + "]");
    }
    if (!answer.publishers().isEmpty()) {
      title("publishers");
      out.println("  " + words.text("publishers.note"));
      some(answer.publishers(), this::publisher);
    }
    if (!answer.toCheck().isEmpty()) {
      title("check");
      some(answer.toCheck(), check -> check.id() + "  [new_version: " + check.newVersionOf() + "]");
    }
    candidates(answer.candidates());
    coverage(answer);
    title("limits");
    words.limits().forEach(limit -> out.println("  " + limit));
  }

  private void title(String key) {
    out.println();
    out.println(words.text(key));
  }

  private void question(Answer answer) {
    for (SnapshotFacts snapshot : answer.snapshots()) {
      line(
          words.text("snapshot")
              + " "
              + snapshot.id()
              + ", "
              + words.text("origin")
              + " "
              + snapshot.origin());
    }
    if (answer.simulated()) {
      line(words.text("simulated"));
    }
    line(words.text("manifest") + " " + answer.newest().manifestSha256());
    line(words.text("definitions") + " " + answer.newest().definitions());
    line(words.text("policy"));
    for (Asked asked : answer.asked()) {
      line(
          words.text(
              "leads.to",
              asked.text(),
              asked.kind().name().toLowerCase(Locale.ROOT),
              asked.id(),
              asked.how()));
    }
  }

  private void line(String text) {
    out.println(Printable.line(text));
  }

  private void descendants(Answer answer) {
    title("found");
    if (answer.descendants().isEmpty()) {
      out.println("  " + words.text("found.none"));
    } else {
      out.println("  " + words.text("models", words.number(answer.descendants().size())));
    }
    int from = 0;
    for (Carries kind : Carries.values()) {
      int count = answer.totals().getOrDefault(kind, 0);
      if (count > 0) {
        out.println();
        out.println("  " + words.text("carries." + kind.word()) + ": " + words.number(count));
        some(answer.descendants().subList(from, from + count), this::relative);
        from += count;
      }
    }
  }

  private String relative(Relative relative) {
    String way =
        relative.way().stream()
            .map(step -> step.relation() + conflict(step))
            .collect(Collectors.joining(" > "));
    String from = relative.way().isEmpty() ? "" : relative.way().get(0).from();
    return relative.model().id()
        + "  ["
        + relative.distance()
        + ": "
        + from
        + " > "
        + way
        + (relative.model().downloads() == null
            ? ""
            : " · "
                + words.text("col.downloads")
                + " "
                + words.number(relative.model().downloads()))
        + (relative.present() ? "" : " · " + words.text("state.gone"))
        + relative.warnings().stream()
            .map(sign -> " · " + sign.word())
            .collect(Collectors.joining())
        + "]";
  }

  private static String conflict(Step step) {
    return step.edge() != null && step.edge().conflict() ? "?" : "";
  }

  private String publisher(Publisher publisher) {
    String contacts =
        publisher.contacts().stream().map(Contact::address).collect(Collectors.joining(" · "));
    return (publisher.owner() == null ? words.text("without.owner") : publisher.owner())
        + (publisher.type() == null ? "" : " (" + publisher.type() + ")")
        + "  ["
        + words.text("models", words.number(publisher.models().size()))
        + "]  "
        + contacts;
  }

  private void candidates(List<Candidate> candidates) {
    title("candidates");
    out.println("  " + words.text("models", words.number(candidates.size())));
    some(
        candidates,
        candidate ->
            candidate.model().id()
                + "  ["
                + words.text("candidate." + candidate.kind().word())
                + ": "
                + candidate.of()
                + "]");
  }

  private void coverage(Answer answer) {
    Coverage coverage = answer.coverage();
    title("coverage");
    box("coverage.listed", words.number(coverage.listed()));
    box("coverage.without", words.number(coverage.withoutParent()));
    box("coverage.unread", words.number(coverage.cardsUnread()));
    box("coverage.parents", Wording.counts(coverage.unlistedParents()));
    box("coverage.rejects", Wording.counts(coverage.rejects()));
    box("coverage.text", words.number(coverage.textOnly()));
    SnapshotFacts newest = answer.newest();
    box(
        "crawled",
        newest.crawlStart() == null ? "?" : newest.crawlStart() + " – " + newest.crawlEnd());
  }

  private void box(String key, String value) {
    out.println("  │ " + Printable.line(value) + "  " + words.text(key));
  }

  /** Turns one thing into a line. */
  @FunctionalInterface
  private interface Line<T> {
    String of(T thing);
  }

  private <T> void some(List<T> things, Line<T> line) {
    int shown = Math.min(rows, things.size());
    for (int i = 0; i < shown; i++) {
      out.println("    " + Printable.line(line.of(things.get(i))));
    }
    if (things.size() > shown) {
      out.println("    " + words.text("more", words.number(things.size() - shown)));
    }
  }
}
