package io.github.hubgenealogy.explorer.filing;

import io.github.hubgenealogy.explorer.exposure.Answer;
import io.github.hubgenealogy.explorer.exposure.Asked;
import io.github.hubgenealogy.explorer.exposure.Candidate;
import io.github.hubgenealogy.explorer.exposure.Coverage;
import io.github.hubgenealogy.explorer.exposure.DatasetUsed;
import io.github.hubgenealogy.explorer.exposure.Publisher;
import io.github.hubgenealogy.explorer.exposure.Relative;
import io.github.hubgenealogy.explorer.exposure.ToCheck;
import io.github.hubgenealogy.explorer.genealogy.SnapshotFacts;
import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** A folder of CSV files with fixed columns, among them one sheet a publisher. */
public final class CsvRecord {
  /** Where the sheets lie. */
  static final String SHEETS = "sheets";

  private static final int LONGEST_NAME = 60;

  private CsvRecord() {}

  /** Writes; files of those names are replaced. */
  public static void write(Dossier dossier, Path folder) throws IOException {
    Answer answer = dossier.answer();
    Files.createDirectories(folder.resolve(SHEETS));
    question(dossier, folder.resolve("question.csv"));
    relatives(answer.descendants(), folder.resolve("descendants.csv"));
    relatives(answer.ancestors(), folder.resolve("ancestors.csv"));
    write(
        folder.resolve("datasets.csv"),
        List.of("dataset", "presence", "model", "resolution"),
        answer.datasets(),
        CsvRecord::dataset);
    write(
        folder.resolve("publishers.csv"),
        RecordLines.PUBLISHERS,
        answer.publishers(),
        RecordLines::publisher);
    write(
        folder.resolve("to-check.csv"),
        List.of("id", "new_version_of", "resolution"),
        answer.toCheck(),
        CsvRecord::toCheck);
    write(
        folder.resolve("candidates.csv"),
        List.of("kind", "id", "candidate_of", "because", "owner", "created_at", "downloads_30d"),
        answer.candidates(),
        CsvRecord::candidate);
    sheets(answer, folder.resolve(SHEETS));
  }

  private static void relatives(List<Relative> relatives, Path file) throws IOException {
    write(file, RecordLines.RELATIVES, relatives, RecordLines::relative);
  }

  private static List<?> dataset(DatasetUsed used) {
    return Arrays.asList(used.dataset(), used.presence(), used.model(), used.resolution());
  }

  private static List<?> toCheck(ToCheck check) {
    return Arrays.asList(check.id(), check.newVersionOf(), check.resolution());
  }

  private static List<?> candidate(Candidate candidate) {
    return Arrays.asList(
        candidate.kind().word(),
        candidate.model().id(),
        candidate.of(),
        candidate.because(),
        candidate.model().owner(),
        candidate.model().createdAt(),
        candidate.model().downloads());
  }

  /** The question and the coverage box as lines of key and value. */
  private static void question(Dossier dossier, Path file) throws IOException {
    Answer answer = dossier.answer();
    List<List<Object>> lines = new ArrayList<>();
    lines.add(Arrays.asList("command", dossier.command()));
    lines.add(Arrays.asList("answered_at", dossier.answeredAt()));
    for (Asked asked : answer.asked()) {
      lines.add(Arrays.asList("asked", asked.text()));
      lines.add(
          Arrays.asList(
              "resolved",
              asked.kind().name().toLowerCase(Locale.ROOT)
                  + " "
                  + asked.id()
                  + " ("
                  + asked.how()
                  + ")"));
    }
    for (SnapshotFacts snapshot : answer.snapshots()) {
      lines.add(Arrays.asList("snapshot", snapshot.id()));
      lines.add(Arrays.asList("origin", snapshot.origin()));
      lines.add(Arrays.asList("manifest_sha256", snapshot.manifestSha256()));
      lines.add(Arrays.asList("definitions_version", snapshot.definitions()));
      lines.add(Arrays.asList("crawl_start", snapshot.crawlStart()));
      lines.add(Arrays.asList("crawl_end", snapshot.crawlEnd()));
    }
    answer
        .totals()
        .forEach((kind, count) -> lines.add(Arrays.asList("descendants_" + kind.word(), count)));
    lines.addAll(coverage(answer.coverage()));
    new Wording(Wording.Language.EN)
        .limits()
        .forEach(limit -> lines.add(Arrays.asList("limit", limit)));
    write(file, List.of("key", "value"), lines, line -> line);
  }

  private static List<List<Object>> coverage(Coverage coverage) {
    List<List<Object>> lines = new ArrayList<>();
    lines.add(Arrays.asList("models_listed", coverage.listed()));
    lines.add(Arrays.asList("models_without_parent", coverage.withoutParent()));
    lines.add(Arrays.asList("cards_unread", coverage.cardsUnread()));
    coverage.cards().forEach((status, count) -> lines.add(Arrays.asList("cards_" + status, count)));
    coverage
        .unlistedParents()
        .forEach((presence, count) -> lines.add(Arrays.asList("parents_" + presence, count)));
    coverage.rejects().forEach((reason, count) -> lines.add(Arrays.asList(reason, count)));
    lines.add(Arrays.asList("edges_by_text_alone", coverage.textOnly()));
    return lines;
  }

  private static void sheets(Answer answer, Path folder) throws IOException {
    List<String> header = new ArrayList<>(RecordLines.SHEET);
    header.addAll(RecordLines.RELATIVES);
    int number = 0;
    for (Publisher publisher : answer.publishers()) {
      number++;
      write(
          folder.resolve(fileName(number, publisher.owner())),
          header,
          publisher.models(),
          place -> {
            List<Object> line = new ArrayList<>(Arrays.asList(null, null, null));
            line.addAll(RecordLines.relative(answer.descendants().get(place)));
            return line;
          });
    }
  }

  /** A name that every file system takes, whatever the owner is called. */
  static String fileName(int number, String owner) {
    String safe = owner == null ? "without-owner" : owner.replaceAll("[^A-Za-z0-9._-]", "_");
    return String.format(
        Locale.ROOT,
        "%05d-%s.csv",
        number,
        safe.substring(0, Math.min(safe.length(), LONGEST_NAME)));
  }

  /** Turns one thing into a line. */
  @FunctionalInterface
  private interface Line<T> {
    List<?> of(T thing);
  }

  private static <T> void write(Path file, List<String> header, List<T> things, Line<T> line)
      throws IOException {
    try (BufferedWriter out = Files.newBufferedWriter(file, StandardCharsets.UTF_8)) {
      CsvLines lines = new CsvLines(out);
      lines.line(header);
      for (T thing : things) {
        lines.line(line.of(thing));
      }
    }
  }
}
