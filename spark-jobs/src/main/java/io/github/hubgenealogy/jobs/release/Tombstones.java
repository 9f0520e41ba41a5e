package io.github.hubgenealogy.jobs.release;

import io.github.hubgenealogy.lake.command.Fault;
import io.github.hubgenealogy.lake.id.ModelId;
import io.github.hubgenealogy.lake.store.LakeFiles;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.Serializable;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Collection;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;

/**
 * Whom and what releases leave out: owners, ids of repositories, and the Hub's keys of those, so
 * that what goes by another name later stays out. They lie in the lake that is not published.
 */
public final class Tombstones implements Serializable {
  /** Where they lie in a lake. */
  public static final String FILE = "release-tombstones.txt";

  private static final long serialVersionUID = 1L;
  private static final Pattern KEY = Pattern.compile("key:[0-9A-Za-z]+");

  private final TreeSet<String> lines = new TreeSet<>();

  /** What is named now besides, under any name it had. */
  private final TreeSet<String> further = new TreeSet<>();

  private Tombstones(Collection<String> lines) {
    this.lines.addAll(lines);
  }

  /** Those of a lake. */
  public static Tombstones of(LakeFiles lake) throws IOException {
    if (!lake.exists(FILE)) {
      return new Tombstones(Set.of());
    }
    try (InputStream file = lake.read(FILE)) {
      return parse(new String(file.readAllBytes(), StandardCharsets.UTF_8), lake.uri(FILE));
    }
  }

  /** Adds those of a file that a person wrote: an owner or an id a line. */
  public Tombstones with(Path file) throws IOException {
    try {
      TreeSet<String> all = new TreeSet<>(lines);
      all.addAll(parse(Files.readString(file), file.toString()).lines);
      return new Tombstones(all);
    } catch (NoSuchFileException missing) {
      throw Fault.badInput("there is no such file", file.toString(), "Name one with --tombstones.");
    }
  }

  private static Tombstones parse(String text, String where) {
    TreeSet<String> lines = new TreeSet<>();
    int n = 0;
    for (String each : text.split("\n", -1)) {
      n++;
      String line = each.strip();
      if (line.isEmpty() || line.startsWith("#")) {
        continue;
      }
      if (line.chars().filter(c -> c == '/').count() > 1 || line.matches(".*\\s.*")) {
        throw Fault.badInput(
            "line " + n + " is neither an owner nor an id",
            where,
            "Write a line for each owner (name) or repository (owner/name).");
      }
      lines.add(KEY.matcher(line).matches() ? line : ModelId.caseFold(line));
    }
    return new Tombstones(lines);
  }

  /** Keeps them for later releases, with the keys of what they cover now. */
  void keep(LakeFiles lake, Collection<String> keys) throws IOException {
    keys.forEach(key -> lines.add("key:" + key));
    if (lines.isEmpty() && !lake.exists(FILE)) {
      return;
    }
    try (OutputStream file = lake.write(FILE)) {
      String text =
          "# Left out of every release: an owner, an owner/name or a key a line. Not to be published.\n"
              + String.join("\n", lines)
              + "\n";
      file.write(text.getBytes(StandardCharsets.UTF_8));
    }
  }

  public boolean isEmpty() {
    return lines.isEmpty();
  }

  /** How many lines a person wrote or that follow from them. */
  int size() {
    return lines.size();
  }

  boolean hasKey(String key) {
    return key != null && lines.contains("key:" + key);
  }

  /** Covers ids that are known by their key or by another name. */
  void cover(Collection<String> ids) {
    ids.forEach(id -> further.add(ModelId.caseFold(id)));
  }

  /** Whether a repository is left out: by its id, by its owner, or as one of those covered. */
  boolean covers(String id) {
    if (lines.isEmpty() || id == null) {
      return false;
    }
    String folded = ModelId.caseFold(id);
    int slash = folded.indexOf('/');
    return lines.contains(folded)
        || further.contains(folded)
        || (slash > 0 && lines.contains(folded.substring(0, slash)));
  }
}
