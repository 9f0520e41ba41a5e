package io.github.hubgenealogy.launcher;

import io.github.hubgenealogy.lake.command.ExitCode;
import io.github.hubgenealogy.lake.command.Fault;
import io.github.hubgenealogy.lake.store.Lake;
import io.github.hubgenealogy.lake.store.LakeFiles;
import io.github.hubgenealogy.lake.store.Snapshot;
import io.github.hubgenealogy.lake.store.SnapshotManifest;
import java.io.IOException;
import java.util.Locale;
import java.util.OptionalLong;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Whether the lake's disk has room for one more snapshot: twice the largest published one, since
 * parts lie beside the table that is made of them and tables beside what Spark spills, less what
 * this snapshot already holds.
 *
 * @param needed bytes
 * @param free bytes; empty where the store does not say
 */
record Space(long needed, OptionalLong free) {
  /** Where nothing is published yet: 2.4 million models with cards, at 2.5 kB each, twice. */
  static final long FIRST = 12_000_000_000L;

  private static final Pattern SIZE =
      Pattern.compile("(\\d{1,15})([kmgt]?)", Pattern.CASE_INSENSITIVE);

  /**
   * Reckons.
   *
   * @param given what the operator says is needed, or null
   */
  static Space of(Lake lake, Snapshot snapshot, String given) throws IOException {
    long needed = given == null ? reckoned(lake, snapshot) : bytes(given);
    return new Space(needed, lake.files().free());
  }

  private static long reckoned(Lake lake, Snapshot snapshot) throws IOException {
    long largest = 0;
    for (Snapshot each : lake.snapshots()) {
      if (each.isPublished()) {
        largest = Math.max(largest, SnapshotManifest.read(each).bytesOfFiles());
      }
    }
    long whole = largest == 0 ? FIRST : 2 * largest;
    return Math.max(0, whole - held(snapshot.files(), snapshot.id()));
  }

  private static long held(LakeFiles files, String folder) throws IOException {
    long bytes = 0;
    for (LakeFiles.Entry entry : files.list(folder)) {
      bytes += entry.folder() ? held(files, folder + "/" + entry.name()) : entry.bytes();
    }
    return bytes;
  }

  /** Reads 800m, 12g or plain bytes; a thousand is 1000. */
  static long bytes(String size) {
    Matcher matcher = SIZE.matcher(size);
    if (!matcher.matches()) {
      throw new Fault(
          ExitCode.USAGE, "'" + size + "' is no size", "--need", "Write bytes, or 800m, or 12g.");
    }
    long factor = 1;
    for (int i = "kmgt".indexOf(matcher.group(2).toLowerCase(Locale.ROOT)); i >= 0; i--) {
      factor *= matcher.group(2).isEmpty() ? 1 : 1000;
    }
    return Math.multiplyExact(Long.parseLong(matcher.group(1)), factor);
  }

  /** Refuses where there is too little. */
  void require(String where) {
    if (free.isPresent() && free.getAsLong() < needed) {
      throw Fault.badInput(
          "a snapshot needs about "
              + text(needed)
              + ", and "
              + text(free.getAsLong())
              + " are free",
          where,
          "Make room (hubgen prune --keep N), or say what it needs with --need.");
    }
  }

  static String text(long bytes) {
    return bytes < 1_000_000_000
        ? String.format(Locale.ROOT, "%.1f MB", bytes / 1e6)
        : String.format(Locale.ROOT, "%.1f GB", bytes / 1e9);
  }
}
