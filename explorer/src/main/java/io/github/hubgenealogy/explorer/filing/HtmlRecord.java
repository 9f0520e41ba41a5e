package io.github.hubgenealogy.explorer.filing;

import io.github.hubgenealogy.explorer.exposure.Answer;
import io.github.hubgenealogy.explorer.exposure.Asked;
import io.github.hubgenealogy.explorer.exposure.Candidate;
import io.github.hubgenealogy.explorer.exposure.Contact;
import io.github.hubgenealogy.explorer.exposure.Coverage;
import io.github.hubgenealogy.explorer.exposure.DatasetUsed;
import io.github.hubgenealogy.explorer.exposure.Publisher;
import io.github.hubgenealogy.explorer.exposure.Relative;
import io.github.hubgenealogy.explorer.exposure.ToCheck;
import io.github.hubgenealogy.explorer.genealogy.Carries;
import io.github.hubgenealogy.explorer.genealogy.SnapshotFacts;
import java.io.IOException;
import java.io.Writer;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/**
 * The printable page: the whole answer, then one sheet a publisher on a page of its own. It holds
 * no script and asks for nothing.
 */
public final class HtmlRecord {
  private static final String STYLE =
      """
      body{font:10pt/1.4 system-ui,sans-serif;margin:2em auto;max-width:70em;padding:0 1em;color:#111}
      h1{font-size:16pt}h2{font-size:12pt;margin-top:2em;border-bottom:1px solid #999}
      table{border-collapse:collapse;width:100%;font-size:8.5pt}
      th,td{border:1px solid #bbb;padding:.2em .4em;text-align:left;vertical-align:top;overflow-wrap:anywhere}
      th{overflow-wrap:normal}td{min-width:3.5em}
      thead{display:table-header-group}tr{break-inside:avoid}
      .loud{background:#b00020;color:#fff;font-weight:bold;padding:.6em 1em}
      .box{border:2px solid #111;padding:.2em 1em}.sheet{break-before:page}
      .blank td{height:2.2em}
      @page{margin:1.5cm}
      """;

  private final Dossier dossier;
  private final Answer answer;
  private final Wording words;
  private final Phrases phrases;
  private final Html html;

  private HtmlRecord(Dossier dossier, Wording words, Writer out) {
    this.dossier = dossier;
    this.answer = dossier.answer();
    this.words = words;
    this.phrases = new Phrases(words);
    this.html = new Html(out);
  }

  /** Writes; the writer stays open. */
  public static void write(Dossier dossier, Wording words, Writer out) throws IOException {
    new HtmlRecord(dossier, words, out).write();
  }

  private void write() throws IOException {
    html.raw(
        "<!DOCTYPE html>\n<html lang=\"" + words.tag() + "\"><head><meta charset=\"utf-8\">\n");
    html.raw(
        "<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src 'unsafe-inline'\">\n");
    html.raw("<meta name=\"viewport\" content=\"width=device-width\">");
    html.element("title", words.text("title"));
    html.raw("<style>\n" + STYLE + "</style></head><body>\n");
    html.element("h1", words.text("title"));
    loud();
    question();
    descendants();
    sources();
    publishers();
    weaker();
    coverage();
    html.element("h2", words.text("limits")).raw("<ul>\n");
    for (String limit : words.limits()) {
      html.element("li", limit);
    }
    html.raw("</ul>\n");
    for (Publisher publisher : answer.publishers()) {
      sheet(publisher);
    }
    html.raw("</body></html>\n");
  }

  /** What is invented says so, on each page that may be torn off. */
  private void loud() throws IOException {
    if (answer.simulated()) {
      html.raw("<p class=\"loud\">" + Html.escaped(words.text("simulated")) + "</p>\n");
    }
  }

  private void question() throws IOException {
    html.element("h2", words.text("question")).raw("<table><tbody>\n");
    for (Asked asked : answer.asked()) {
      html.row(
          words.text("asked"),
          words.text(
              "leads.to",
              asked.text(),
              asked.kind().name().toLowerCase(Locale.ROOT),
              asked.id(),
              asked.how()));
    }
    for (SnapshotFacts snapshot : answer.snapshots()) {
      html.row(words.text("snapshot"), snapshot.id());
      html.row(words.text("origin"), snapshot.origin());
      html.row(words.text("manifest"), snapshot.manifestSha256());
      html.row(words.text("definitions"), snapshot.definitions());
      html.row(words.text("crawled"), crawled(snapshot));
    }
    html.row(words.text("policy.label"), words.text("policy"));
    html.row(words.text("command"), dossier.command());
    html.row(words.text("answered"), dossier.answeredAt());
    html.foot();
  }

  static String crawled(SnapshotFacts snapshot) {
    return snapshot.crawlStart() == null
        ? "?"
        : snapshot.crawlStart() + " – " + snapshot.crawlEnd();
  }

  private void descendants() throws IOException {
    html.element("h2", words.text("found"));
    if (answer.descendants().isEmpty()) {
      html.element("p", words.text("found.none"));
    }
    int from = 0;
    for (Carries kind : Carries.values()) {
      int count = answer.totals().getOrDefault(kind, 0);
      if (count > 0) {
        html.element("h3", words.text("carries." + kind.word()) + ": " + words.number(count));
        relatives(answer.descendants().subList(from, from + count));
        from += count;
      }
    }
  }

  private void relatives(List<Relative> relatives) throws IOException {
    html.head(
        words.text("col.id"),
        words.text("col.distance"),
        words.text("col.way"),
        words.text("col.evidence"),
        words.text("col.warnings"),
        words.text("col.licences"),
        words.text("col.created"),
        words.text("col.downloads"),
        words.text("col.gated"),
        words.text("col.state"));
    for (Relative relative : relatives) {
      html.row(
          relative.model().id(),
          relative.distance(),
          Phrases.way(relative),
          Phrases.evidence(relative),
          relative.warnings().stream().map(sign -> sign.word()).collect(Collectors.joining(", ")),
          String.join(", ", relative.model().licences()),
          Phrases.date(relative.model().createdAt()),
          relative.model().downloads(),
          relative.model().gated(),
          words.text(relative.present() ? "state.present" : "state.gone"));
    }
    html.foot();
  }

  private void sources() throws IOException {
    html.element("h2", words.text("sources"));
    if (answer.ancestors().isEmpty()) {
      html.element("p", words.text("sources.none"));
    } else {
      relatives(answer.ancestors());
    }
    if (!answer.datasets().isEmpty()) {
      html.element("h3", words.text("datasets"));
      html.head("dataset", words.text("col.state"), words.text("col.id"), "resolution");
      for (DatasetUsed used : answer.datasets()) {
        html.row(used.dataset(), used.presence(), used.model(), used.resolution());
      }
      html.foot();
    }
  }

  private void publishers() throws IOException {
    html.element("h2", words.text("publishers"));
    html.element("p", words.text("publishers.note"));
    html.head(
        words.text("publisher"),
        words.text("type"),
        words.text("sheet.models"),
        words.text("contacts"));
    for (Publisher publisher : answer.publishers()) {
      html.row(
          phrases.name(publisher),
          phrases.type(publisher),
          publisher.models().size(),
          phrases.contacts(publisher, " · "));
    }
    html.foot();
  }

  private void weaker() throws IOException {
    if (!answer.toCheck().isEmpty()) {
      html.element("h2", words.text("check"));
      html.head(words.text("col.id"), "new_version", "resolution");
      for (ToCheck check : answer.toCheck()) {
        html.row(check.id(), check.newVersionOf(), check.resolution());
      }
      html.foot();
    }
    html.element("h2", words.text("candidates"));
    html.element("p", words.text("candidates.note"));
    html.head(
        words.text("col.id"),
        words.text("because"),
        words.text("candidate.of"),
        words.text("col.created"));
    for (Candidate candidate : answer.candidates()) {
      html.row(
          candidate.model().id(),
          words.text("candidate." + candidate.kind().word()),
          candidate.of(),
          Phrases.date(candidate.model().createdAt()));
    }
    html.foot();
  }

  private void coverage() throws IOException {
    Coverage coverage = answer.coverage();
    html.element("h2", words.text("coverage")).raw("<div class=\"box\"><table><tbody>\n");
    html.row(words.text("coverage.listed"), words.number(coverage.listed()));
    html.row(words.text("coverage.without"), words.number(coverage.withoutParent()));
    html.row(words.text("coverage.unread"), words.number(coverage.cardsUnread()));
    html.row(words.text("coverage.parents"), Wording.counts(coverage.unlistedParents()));
    html.row(words.text("coverage.rejects"), Wording.counts(coverage.rejects()));
    html.row(words.text("coverage.text"), words.number(coverage.textOnly()));
    html.foot().raw("</div>\n");
  }

  private void sheet(Publisher publisher) throws IOException {
    html.raw("<section class=\"sheet\">");
    html.element("h2", words.text("sheet", phrases.name(publisher)));
    loud();
    if (publisher.displayName() != null) {
      html.element("p", publisher.displayName() + " " + phrases.type(publisher));
    }
    html.element("h3", words.text("contacts")).raw("<ol>\n");
    for (Contact contact : publisher.contacts()) {
      html.element("li", words.text("contact." + contact.kind().word()) + ": " + contact.address());
    }
    html.raw("</ol>\n");
    html.element("h3", words.text("sheet.models"));
    html.head(
        words.text("col.id"),
        words.text("col.carries"),
        words.text("col.way"),
        words.text("col.evidence"),
        words.text("notified"),
        words.text("channel"),
        words.text("answer"));
    html.raw("");
    for (int place : publisher.models()) {
      Relative relative = answer.descendants().get(place);
      html.row(
          relative.model().id(),
          words.text("carries." + relative.carries().word()),
          Phrases.way(relative),
          Phrases.evidence(relative),
          "",
          "",
          "");
    }
    html.foot();
    html.element(
        "p",
        words.text("snapshot")
            + " "
            + answer.newest().id()
            + ", "
            + answer.newest().origin()
            + ", "
            + answer.newest().manifestSha256());
    html.raw("</section>\n");
  }
}
