package io.github.hubgenealogy.jobs.backfill;

import io.github.hubgenealogy.lake.command.Fault;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The dated files of a folder of hub-stats dumps: {@code models/2025-01-06/models.parquet} as the
 * weekly archive has them, with or without its first folder, or {@code 2025-01-06.parquet}.
 */
public final class Archive {
  private static final Pattern DATED =
      Pattern.compile("(?:.*/)?(\\d{4}-\\d{2}-\\d{2})(?:/models)?\\.parquet");
  private static final int DEEPEST = 4;

  private Archive() {}

  /** The files by date, oldest first; a date found twice is refused. */
  public static SortedMap<String, Path> of(Path folder) throws IOException {
    if (!Files.isDirectory(folder)) {
      throw Fault.badInput(
          "no such folder", folder.toString(), "Name a folder of dated hub-stats files.");
    }
    SortedMap<String, Path> files = new TreeMap<>();
    try (Stream<Path> all = Files.walk(folder, DEEPEST)) {
      for (Path each : all.filter(Files::isRegularFile).sorted().toList()) {
        Matcher dated = DATED.matcher(folder.relativize(each).toString().replace('\\', '/'));
        if (dated.matches()) {
          Path other = files.putIfAbsent(dated.group(1), each);
          if (other != null) {
            throw Fault.badInput(
                "two files are of " + dated.group(1),
                other + " and " + each,
                "Leave one of them in the folder.");
          }
        }
      }
    }
    if (files.isEmpty()) {
      throw Fault.badInput(
          "the folder holds no dated file",
          folder.toString(),
          "Files lie there as models/2025-01-06/models.parquet or 2025-01-06.parquet.");
    }
    return files;
  }
}
