package io.github.hubgenealogy.jobs.publish;

import io.github.hubgenealogy.jobs.pipeline.JobsSettings;
import io.github.hubgenealogy.lake.contract.Column;
import io.github.hubgenealogy.lake.contract.ReleasedForms;
import io.github.hubgenealogy.lake.contract.TableContract;
import io.github.hubgenealogy.lake.contract.TableContracts;
import io.github.hubgenealogy.lake.contract.Treatment;
import io.github.hubgenealogy.lake.store.SnapshotManifest;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * DATASHEET.md of a release: what it is for, where it comes from, what was done to it, on what
 * legal basis it could be used, whom to ask, and how something is taken out.
 */
final class Datasheet {
  static final String FILE = "DATASHEET.md";

  private final SnapshotManifest manifest;
  private final JobsSettings.Publication publication;
  private final SnapshotDates dates;

  Datasheet(SnapshotManifest manifest, JobsSettings.Publication publication, SnapshotDates dates) {
    this.manifest = manifest;
    this.publication = publication;
    this.dates = dates;
  }

  byte[] text() {
    Map<String, Object> facts = ReleaseMark.facts(manifest);
    StringBuilder text = new StringBuilder();
    text.append("# Datasheet of ")
        .append(publication.title())
        .append(", release ")
        .append(manifest.snapshot())
        .append("\n\n**")
        .append(ReleaseMark.SENTENCE)
        .append("** ")
        .append(DataOrigins.sentence(manifest.origin()))
        .append('\n');
    part(
        text,
        "Purpose",
        "Statistics of how open models descend from one another, and the study of families of models."
            + " Not for: learning who stands behind a pseudonym, contacting or judging persons,"
            + " or combining it with other data to that end.");
    part(
        text,
        "Source",
        DataOrigins.collection(manifest.origin())
            + (dates.began() == null
                ? " When it was collected is not known."
                : " Collected from " + dates.began() + " to " + dates.ended() + "."));
    part(text, "What was done", done(facts));
    leftOut(text);
    part(text, "Legal basis to consider", LEGAL);
    part(
        text,
        "Contact",
        publication.contact().isEmpty()
            ? "The publisher, " + publication.publisher() + ", names no address in this release."
            : publication.publisher() + ": " + publication.contact());
    part(
        text,
        "Retention",
        publication.retention().isEmpty()
            ? "Not settled by the publisher. A release never changes; it is withdrawn as a whole."
            : publication.retention());
    part(text, "Removal", REMOVAL);
    part(text, "Limits", singledOut(facts) + LIMITS);
    part(
        text,
        "Licence of the data",
        publication.license()
            + " covers what the publisher can license: selection, arrangement and figures. It gives no"
            + " right to process personal data. The code has a licence of its own.");
    return text.toString().getBytes(StandardCharsets.UTF_8);
  }

  private static final String LEGAL =
      "Pseudonymised data are personal data (GDPR, Art. 4(5), recital 26). Whoever publishes or uses"
          + " them needs a basis of their own: legitimate interests (Art. 6(1)(f)) weighed and written"
          + " down, or a task in the public interest; Art. 89 and national law for research and"
          + " statistics; Art. 14 on informing people whose data come from elsewhere. This is no legal"
          + " advice.";

  private static final String REMOVAL =
      "Whoever is or owns what is described here can ask the contact to leave it out: an owner's name"
          + " or the id of a repository. It is then absent from every later release: nothing that it"
          + " said of itself stays, and what others say of it leads to an absent vertex whose name is"
          + " of that release alone. Releases already out are replaced and withdrawn.";

  private static final String LIMITS =
      "The structure stays: how many children a model has, and of what kind, can single it out for"
          + " someone who knows the Hub of that day. Pseudonyms are the same in every release under one"
          + " key, so that releases can be compared, and a name once found out is found out in all."
          + " Names of organisations stay. Figures are computed from the released tables: what rests"
          + " on exact times or counts is as coarse as those, and what needs raw tables is missing. An"
          + " edge is what a publisher declares; nobody looked at weights.";

  private static String singledOut(Map<String, Object> facts) {
    return "Not anonymous: of "
        + facts.get(ReleaseMark.LISTED)
        + " listed models "
        + facts.get(ReleaseMark.ALONE)
        + " differ from every other in what the columns of table models say together, pseudonyms left"
        + " aside. No column alone leads back better than its coarse classes let one guess; whoever"
        + " holds the Hub's own list of that day can match many by all of them. ";
  }

  private static String done(Map<String, Object> facts) {
    Object least = facts.get(ReleaseMark.LEAST_OWNERS);
    return "Names of owners and ids of repositories are replaced by pseudonyms: HMAC-SHA-256 under a"
        + " key that is not published, cut to 80 bits, the same everywhere. Everyone counts as a"
        + " person but "
        + facts.get(ReleaseMark.ORGANISATIONS)
        + " organisations whose names stay; names of models and datasets are replaced for all. Times"
        + " are cut to the month or day, counts to bands; words of authors that fewer than "
        + least
        + " owners use are `(rare)`, numbers that fewer than "
        + least
        + " owners reach are given as the last that as many do. Concentration over groups of fewer than "
        + least
        + " owners is left out. Lineage, statistics and report are computed anew from these tables,"
        + " so that every definition holds for the pseudonyms: a component's id is the smallest of"
        + " them.";
  }

  private void leftOut(StringBuilder text) {
    text.append("\n## Columns\n\n| table | as it is | changed | left out |\n|---|---|---|---|\n");
    for (TableContract table : TableContracts.ofManifests()) {
      if (manifest.tables().stream().noneMatch(each -> each.table().equals(table.name()))) {
        continue;
      }
      text.append("| ")
          .append(table.name())
          .append(" | ")
          .append(
              table.columns().stream()
                  .filter(column -> is(table, column, true))
                  .map(Column::name)
                  .collect(Collectors.joining(", ")))
          .append(" | ")
          .append(
              table.columns().stream()
                  .filter(column -> is(table, column, false))
                  .map(column -> column.name() + ": " + how(table, column))
                  .collect(Collectors.joining(", ")))
          .append(" | ")
          .append(
              ReleasedForms.leftOut(table).stream()
                  .map(Column::name)
                  .collect(Collectors.joining(", ")))
          .append(" |\n");
    }
    text.append("\nRaw tables are in no release.\n");
  }

  private static boolean is(TableContract table, Column column, boolean kept) {
    return ReleasedForms.treatment(table, column)
        .filter(treatment -> (treatment == Treatment.KEEP) == kept)
        .isPresent();
  }

  private static String how(TableContract table, Column column) {
    return ReleasedForms.treatment(table, column)
        .orElseThrow()
        .name()
        .toLowerCase(java.util.Locale.ROOT);
  }

  private static void part(StringBuilder text, String title, String content) {
    text.append("\n## ").append(title).append("\n\n").append(content).append('\n');
  }
}
