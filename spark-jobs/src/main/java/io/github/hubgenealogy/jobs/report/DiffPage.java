package io.github.hubgenealogy.jobs.report;

import io.github.hubgenealogy.jobs.tables.SnapshotTables;
import io.github.hubgenealogy.lake.store.DataFile;
import io.github.hubgenealogy.lake.store.Origin;
import io.github.hubgenealogy.lake.store.Snapshot;
import io.github.hubgenealogy.lake.store.TableSeal;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** What tells two snapshots apart as a page in the report's style, its tables as CSV and LaTeX. */
public final class DiffPage {
  /** Where it lies in a diff. */
  public static final String FILE = "report/index.html";

  private static final String FOLDER = "report";

  private final SnapshotTables diff;
  private final String earlier;
  private final String later;
  private final Origin origin;

  public DiffPage(SnapshotTables diff, String earlier, String later, Origin origin) {
    this.diff = diff;
    this.earlier = earlier;
    this.later = later;
    this.origin = origin;
  }

  /** Writes it, unless it is there of the same two snapshots and the same form. */
  public void write(String fingerprint, Map<String, Long> rows) throws IOException {
    Snapshot target = diff.snapshot();
    if (target.seal(FOLDER).filter(seal -> seal.fingerprint().equals(fingerprint)).isPresent()) {
      return;
    }
    target.drop(FOLDER);
    String subject = later + " since " + earlier;
    List<Section> sections =
        new DiffSections(diff, "Snapshot " + subject + " · origin " + origin.word()).all();
    String page =
        Page.html(
            origin,
            "What changed among the Hub’s models",
            "What changed among the Hub’s models",
            subject,
            tiles(rows),
            false,
            sections);
    List<DataFile> files = new ArrayList<>();
    files.add(put(target, "index.html", page.getBytes(StandardCharsets.UTF_8)));
    for (Section section : sections) {
      for (ReportTable table : section.tables()) {
        files.add(put(target, table.name() + ".csv", Csv.of(table)));
        files.add(put(target, table.name() + ".tex", Latex.of(table)));
      }
    }
    target.create(FOLDER, new TableSeal(FOLDER, 1, fingerprint, 0, files, null, Map.of()));
  }

  private static DataFile put(Snapshot target, String name, byte[] content) throws IOException {
    DataFile file = target.write(FOLDER + "/" + name, content);
    return new DataFile(name, 0, file.bytes(), file.sha256());
  }

  private static List<Map<String, String>> tiles(Map<String, Long> rows) {
    List<Map<String, String>> tiles = new ArrayList<>();
    rows.forEach(
        (table, count) ->
            tiles.add(
                Page.tile(
                    String.format(Locale.ROOT, "%,d", count),
                    table.equals("diff_statistics")
                        ? "figures side by side"
                        : table.substring("diff_".length()) + " otherwise than before",
                    table)));
    return tiles;
  }
}
