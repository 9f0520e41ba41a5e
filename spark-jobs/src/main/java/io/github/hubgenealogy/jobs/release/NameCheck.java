package io.github.hubgenealogy.jobs.release;

import io.github.hubgenealogy.jobs.lineage.check.LineageCheck;
import io.github.hubgenealogy.jobs.publish.ReleaseMark;
import io.github.hubgenealogy.lake.contract.Column;
import io.github.hubgenealogy.lake.contract.ReleasedForms;
import io.github.hubgenealogy.lake.contract.TableContract;
import io.github.hubgenealogy.lake.contract.TableContracts;
import io.github.hubgenealogy.lake.contract.Treatment;
import io.github.hubgenealogy.lake.id.ModelId;
import io.github.hubgenealogy.lake.rows.TableRows;
import io.github.hubgenealogy.lake.store.LakeFiles;
import io.github.hubgenealogy.lake.store.Snapshot;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;

/**
 * Looks at every value of every file of a release, decoded: none is the name of an owner who is
 * pseudonymised, and none holds such a name before a slash. A name that is a common word, too, is
 * no finding but listed: a word of the contracts, one that enough owners use, a number, or one that
 * the caller gives.
 */
final class NameCheck {
  private static final Pattern NUMBER = Pattern.compile("[-+0-9.,:%TZez]*");
  private static final Pattern NO_NAME = Pattern.compile("[^A-Za-z0-9._-]+");

  private final Snapshot snapshot;
  private final Set<String> owners;
  private final Set<String> common = ConcurrentHashMap.newKeySet();
  private final Map<String, Set<String>> leaks = new ConcurrentHashMap<>();
  private final Map<String, Set<String>> collisions = new ConcurrentHashMap<>();

  /**
   * Prepares.
   *
   * @param owners whom the release must not name, ASCII case folded
   * @param common words that a person found to be none, ASCII case folded
   */
  NameCheck(Snapshot snapshot, Set<String> owners, Set<String> common) {
    this.snapshot = snapshot;
    this.owners = owners;
    this.common.addAll(common);
    TableContracts.all().forEach(this::learn);
    words("report/ contracts/ " + LineageCheck.FOLDER + " " + ReleaseMark.FOLDER);
  }

  /** Our own words: tables, columns, and what describes them. */
  private void learn(TableContract table) {
    words(table.path() + " " + table.description() + " " + table.stage());
    for (Column column : table.columns()) {
      words(column.name() + " " + column.description() + " " + column.type().spelling());
      if (ReleasedForms.treatment(table, column).filter(Treatment.KEEP::equals).isPresent()) {
        words(column.example());
      }
    }
  }

  /** Words of a text in which no data stands, such as settings and the form of a description. */
  NameCheck learning(String text) {
    words(text);
    return this;
  }

  private void words(String text) {
    for (String word : NO_NAME.split(ModelId.caseFold(text), -1)) {
      common.add(word);
      common.add(word.replaceAll("[.]+$", ""));
    }
  }

  /** Checks the tables, then all other files. */
  void run() throws IOException {
    for (TableContract table : TableContracts.ofManifests()) {
      if (snapshot.seal(table).isPresent()) {
        shared(table);
      }
    }
    try {
      TableContracts.ofManifests().parallelStream().forEach(this::table);
    } catch (UncheckedIOException unreadable) {
      throw unreadable.getCause();
    }
    texts("");
  }

  /** Checks the files beside the manifest alone. */
  void descriptions() throws IOException {
    for (LakeFiles.Entry entry : snapshot.files().list(snapshot.path(""))) {
      if (!entry.folder()) {
        text(entry.name());
      }
    }
  }

  /** Words that enough owners share are common by that alone. */
  private void shared(TableContract table) throws IOException {
    List<String> columns =
        table.columns().stream()
            .filter(
                column ->
                    ReleasedForms.treatment(table, column)
                        .filter(Treatment.COMMON::equals)
                        .isPresent())
            .map(Column::name)
            .toList();
    if (columns.isEmpty()) {
      return;
    }
    try (TableRows rows = new TableRows(snapshot, ReleasedForms.of(table).orElseThrow(), columns)) {
      for (Object[] row = rows.next(); row != null; row = rows.next()) {
        for (Object value : row) {
          if (value instanceof String word) {
            common.add(ModelId.caseFold(word));
          } else if (value instanceof List<?> list) {
            list.forEach(word -> common.add(ModelId.caseFold(word.toString())));
          }
        }
      }
    }
  }

  private void table(TableContract table) {
    try {
      if (snapshot.seal(table).isPresent()) {
        rows(table, ReleasedForms.of(table).orElse(table));
      }
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }

  private void rows(TableContract table, TableContract form) throws IOException {
    try (TableRows rows = new TableRows(snapshot, form)) {
      for (Object[] row = rows.next(); row != null; row = rows.next()) {
        for (int i = 0; i < row.length; i++) {
          value(table.name() + "." + form.columns().get(i).name(), row[i]);
        }
      }
    }
  }

  private void value(String where, Object value) {
    if (value instanceof String text) {
      whole(where, text);
      beforeSlash(where, text);
    } else if (value instanceof byte[] bytes) {
      value(where, new String(bytes, StandardCharsets.UTF_8));
    } else if (value instanceof List<?> list) {
      list.forEach(element -> value(where, element));
    } else if (value instanceof Map<?, ?> map) {
      map.forEach(
          (key, each) -> {
            value(where, key);
            value(where, each);
          });
    } else if (value instanceof Object[] struct) {
      for (Object field : struct) {
        value(where, field);
      }
    }
  }

  private void whole(String where, String text) {
    String folded = ModelId.caseFold(text.strip());
    if (owners.contains(folded)) {
      named(where, folded);
    }
  }

  /** The longest run of letters of names before each slash. */
  private void beforeSlash(String where, String text) {
    for (int slash = text.indexOf('/'); slash >= 0; slash = text.indexOf('/', slash + 1)) {
      int from = slash;
      while (from > 0 && isOfNames(text.charAt(from - 1))) {
        from--;
      }
      String folded = ModelId.caseFold(text.substring(from, slash));
      if (owners.contains(folded)) {
        named(where, folded);
      }
    }
  }

  private static boolean isOfNames(char c) {
    return Character.isLetterOrDigit(c) || c == '.' || c == '_' || c == '-';
  }

  private void named(String where, String name) {
    boolean word = common.contains(name) || NUMBER.matcher(name).matches();
    (word ? collisions : leaks)
        .computeIfAbsent(name, each -> ConcurrentHashMap.newKeySet())
        .add(where);
  }

  /** Files that are no tables, of a folder and those in it. */
  void texts(String folder) throws IOException {
    for (LakeFiles.Entry entry : snapshot.files().list(snapshot.path(folder))) {
      String path = folder.isEmpty() ? entry.name() : folder + "/" + entry.name();
      if (entry.folder()) {
        texts(path);
      } else if (!path.endsWith(".parquet")) {
        text(path);
      }
    }
  }

  private void text(String path) throws IOException {
    try (InputStream file = snapshot.files().read(snapshot.path(path))) {
      TextValues values =
          TextValues.of(path, new String(file.readAllBytes(), StandardCharsets.UTF_8));
      values.whole().forEach(each -> whole(path, each));
      values.running().forEach(each -> beforeSlash(path, each));
    }
  }

  /** Names that must not be there, with where they stand: table and column, or file. */
  Map<String, Set<String>> leaks() {
    return new TreeMap<>(leaks);
  }

  /** Names that are common words, with where they stand. */
  Map<String, Set<String>> collisions() {
    return new TreeMap<>(collisions);
  }
}
