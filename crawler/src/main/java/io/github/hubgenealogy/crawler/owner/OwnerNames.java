package io.github.hubgenealogy.crawler.owner;

import io.github.hubgenealogy.lake.command.Fault;
import io.github.hubgenealogy.lake.id.ModelId;
import java.io.IOException;
import java.nio.charset.MalformedInputException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * The owners that a file names: one a line, an owner or a model's id; blank lines and those that
 * begin with # are skipped.
 *
 * @param names in the order of their bytes, each once
 */
public record OwnerNames(List<String> names) {
  /** Far more than anyone can want to look at; all owners are never asked for. */
  private static final int MOST = 1_000_000;

  public OwnerNames {
    names = List.copyOf(names);
  }

  /** Reads a file. */
  public static OwnerNames of(Path file) throws IOException {
    SortedSet<String> names = new TreeSet<>(ModelId.UTF8_ORDER);
    int number = 0;
    for (String line : lines(file)) {
      number++;
      String text = line.strip();
      if (text.isEmpty() || text.startsWith("#")) {
        continue;
      }
      String owner = ModelId.isOwned(text) ? ModelId.owner(text) : text;
      if (!ModelId.isBare(owner)) {
        throw Fault.badInput(
            "'" + text + "' is no owner and no model id",
            file + " line " + number,
            "Write one owner a line, such as google-bert.");
      }
      names.add(owner);
    }
    if (names.isEmpty() || names.size() > MOST) {
      throw Fault.badInput(
          "the file names " + (names.isEmpty() ? "no owner" : names.size() + " owners"),
          file.toString(),
          "Name 1 to " + MOST + " owners, one a line.");
    }
    return new OwnerNames(List.copyOf(names));
  }

  private static List<String> lines(Path file) throws IOException {
    try {
      return Files.readAllLines(file, StandardCharsets.UTF_8);
    } catch (NoSuchFileException none) {
      throw Fault.badInput("no such file", file.toString(), "Name one with --ids.");
    } catch (MalformedInputException unreadable) {
      throw Fault.badInput("the file is not UTF-8", file.toString(), "Save it as UTF-8.");
    } catch (IOException unreadable) {
      throw Fault.badInput(
          "the file cannot be read (" + unreadable.getClass().getSimpleName() + ")",
          file.toString(),
          "Name a readable one with --ids.");
    }
  }

  /** What tells one list of names from another. */
  String fingerprint() {
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      names.forEach(name -> digest.update((name + "\n").getBytes(StandardCharsets.UTF_8)));
      return HexFormat.of().formatHex(digest.digest());
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException(impossible);
    }
  }
}
