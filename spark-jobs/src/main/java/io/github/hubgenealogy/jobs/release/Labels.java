package io.github.hubgenealogy.jobs.release;

import io.github.hubgenealogy.jobs.lineage.check.LineageCheck;
import io.github.hubgenealogy.jobs.publish.ReleaseMark;
import io.github.hubgenealogy.lake.contract.TableContract;
import io.github.hubgenealogy.lake.contract.TableContracts;
import io.github.hubgenealogy.lake.rows.FileLabels;
import io.github.hubgenealogy.lake.store.DataFile;
import io.github.hubgenealogy.lake.store.Origin;
import io.github.hubgenealogy.lake.store.Snapshot;
import io.github.hubgenealogy.lake.store.TableSeal;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Writes into every file of a release what it is, so that a file alone says so, too. */
final class Labels {
  /** The key in a Parquet file's footer and in a seal. */
  static final String KEY = "hub-genealogy.label";

  private static final String SIMULATED =
      "SIMULATED: about nobody, all names and figures are invented.";

  private final Snapshot snapshot;
  private final String sentence;
  private final boolean simulated;

  Labels(Snapshot snapshot, Origin origin) {
    this.snapshot = snapshot;
    this.simulated = origin == Origin.SIMULATED;
    this.sentence = (simulated ? SIMULATED + " " : "") + ReleaseMark.SENTENCE;
  }

  String sentence() {
    return sentence;
  }

  void put() throws IOException {
    for (TableContract table : TableContracts.ofManifests()) {
      TableSeal seal = snapshot.seal(table).orElse(null);
      if (seal == null) {
        continue;
      }
      unseal(table.path());
      List<DataFile> files = new ArrayList<>();
      for (DataFile file : seal.files()) {
        files.add(
            FileLabels.put(snapshot.files(), snapshot.folder(table), file, Map.of(KEY, sentence)));
      }
      seal(table.path(), seal, files);
    }
    texts("report");
    TableSeal certificate = snapshot.seal(LineageCheck.FOLDER).orElseThrow();
    unseal(LineageCheck.FOLDER);
    seal(LineageCheck.FOLDER, certificate, certificate.files());
  }

  private void texts(String folder) throws IOException {
    TableSeal seal = snapshot.seal(folder).orElseThrow();
    unseal(folder);
    List<DataFile> files = new ArrayList<>();
    for (DataFile file : seal.files()) {
      String path = folder + "/" + file.name();
      String text;
      try (InputStream content = snapshot.files().read(snapshot.path(path))) {
        text = new String(content.readAllBytes(), StandardCharsets.UTF_8);
      }
      DataFile written =
          snapshot.write(path, labelled(file.name(), text).getBytes(StandardCharsets.UTF_8));
      files.add(new DataFile(file.name(), file.rows(), written.bytes(), written.sha256()));
    }
    seal(folder, seal, files);
  }

  /** Numbers for machines get a line of comment only where they are made up. */
  private String labelled(String name, String text) {
    return switch (name.substring(name.lastIndexOf('.') + 1)) {
      case "html" ->
          text.replaceFirst(
              "</h1>", "</h1>\n<p class=\"warning\" role=\"note\">" + sentence + "</p>");
      case "svg" -> text + "<!-- " + sentence + " -->\n";
      case "tex" -> "% " + sentence + "\n" + text;
      default -> simulated ? "# " + sentence + "\n" + text : text;
    };
  }

  private void unseal(String folder) throws IOException {
    snapshot.files().delete(snapshot.path(folder + "/" + TableSeal.FILE));
  }

  private void seal(String folder, TableSeal seal, List<DataFile> files) throws IOException {
    Map<String, Object> facts = new TreeMap<>(seal.facts());
    facts.put(KEY, sentence);
    snapshot.create(
        folder,
        new TableSeal(
            seal.table(),
            seal.schemaVersion(),
            seal.fingerprint(),
            seal.rows(),
            files,
            seal.origin(),
            facts));
  }
}
