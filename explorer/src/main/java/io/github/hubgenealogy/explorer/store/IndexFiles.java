package io.github.hubgenealogy.explorer.store;

import io.github.hubgenealogy.lake.command.Fault;
import io.github.hubgenealogy.lake.index.SnapshotIndex;
import io.github.hubgenealogy.lake.store.Retention;
import io.github.hubgenealogy.lake.store.Snapshot;
import io.github.hubgenealogy.lake.store.SnapshotManifest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Finds the index of a published snapshot, or makes it.
 *
 * <p>A build makes it a file of the snapshot, which the manifest lists, unless its settings say
 * otherwise. What a snapshot lacks lies beside the snapshots, in {@value #FOLDER} of the lake: a
 * published snapshot never changes, and the file can always be made again from what the manifest
 * certifies. It is named by the manifest's checksum, so it can never belong to other data. Two
 * processes that make it at once both do the work, and the file appears whole. Where the lake
 * cannot be written it goes to the user's cache. The database that a user's own SELECT reads is
 * always such a file, made when the first is asked.
 */
public final class IndexFiles {
  private static final Logger LOG = LoggerFactory.getLogger(IndexFiles.class);

  /** Begins with a dot, so that no command takes it for a snapshot. */
  static final String FOLDER = Retention.INDEXES;

  private static final String OWN = SnapshotIndex.FOLDER + "/" + SnapshotIndex.FILE;
  private static final String ENDING = ".duckdb";
  private static final String DRAFT = ".draft";
  private static final Duration ABANDONED = Duration.ofHours(12);

  private IndexFiles() {}

  /** Makes a database of a snapshot as a file. */
  @FunctionalInterface
  private interface Maker {
    void make(Snapshot snapshot, Path file, int threads) throws IOException;
  }

  /** The index of a published snapshot. */
  public static Path of(Snapshot snapshot) throws IOException {
    requirePublished(snapshot);
    Path own = Path.of(snapshot.files().uri(snapshot.path(OWN)));
    return isListed(snapshot) && Files.exists(own)
        ? own
        : beside(snapshot, ".v" + SnapshotIndex.VERSION + ENDING, SnapshotIndex::make);
  }

  /** The database of a published snapshot's tables under their own names. */
  public static Path tablesOf(Snapshot snapshot) throws IOException {
    requirePublished(snapshot);
    return beside(
        snapshot, ".tables.v" + SnapshotIndex.VERSION + ENDING, SnapshotIndex::makeTables);
  }

  private static void requirePublished(Snapshot snapshot) throws IOException {
    if (!snapshot.isPublished()) {
      throw Fault.badInput(
          "snapshot " + snapshot.id() + " is not published",
          snapshot.files().uri(snapshot.path(Snapshot.MANIFEST)),
          "Run: hubgen build --snapshot " + snapshot.id());
    }
  }

  private static Path beside(Snapshot snapshot, String ending, Maker maker) throws IOException {
    String name = SnapshotManifest.checksumOf(snapshot) + ending;
    Path beside = Path.of(snapshot.files().uri(FOLDER));
    Path cache = cache();
    for (Path folder : new Path[] {beside, cache}) {
      if (Files.exists(folder.resolve(name))) {
        return folder.resolve(name);
      }
    }
    Path folder = isWritable(beside) ? beside : cache;
    if (folder.equals(cache) && !isWritable(cache)) {
      throw Fault.badInput(
          "the snapshot's index can be written neither beside it nor in the user's cache",
          beside + " and " + cache,
          "Make one of them writable.");
    }
    return made(snapshot, folder, name, maker);
  }

  /** Whether the snapshot's build made an index in the form that this code reads. */
  private static boolean isListed(Snapshot snapshot) throws IOException {
    return SnapshotManifest.read(snapshot).artefacts().stream()
        .filter(folder -> folder.path().equals(SnapshotIndex.FOLDER))
        .flatMap(folder -> folder.files().stream())
        .anyMatch(file -> file.name().equals(SnapshotIndex.FILE));
  }

  private static Path made(Snapshot snapshot, Path folder, String name, Maker maker)
      throws IOException {
    sweep(folder, Clock.systemUTC().instant());
    Path draft = Files.createTempDirectory(folder, DRAFT);
    try {
      LOG.info("indexing snapshot {}: once, for all commands that read it", snapshot.id());
      long start = System.nanoTime();
      Path file = draft.resolve(name);
      maker.make(snapshot, file, Runtime.getRuntime().availableProcessors());
      Path target = folder.resolve(name);
      Files.move(file, target, StandardCopyOption.ATOMIC_MOVE);
      LOG.info(
          "indexed in {} s: {} MB at {}",
          (System.nanoTime() - start) / 1_000_000_000,
          Files.size(target) >> 20,
          target);
      return target;
    } finally {
      delete(draft);
    }
  }

  private static boolean isWritable(Path folder) {
    try {
      Files.createDirectories(folder);
      return Files.isWritable(folder);
    } catch (IOException refused) {
      return false;
    }
  }

  private static Path cache() {
    String named = System.getenv("XDG_CACHE_HOME");
    Path caches =
        named == null || named.isBlank()
            ? Path.of(System.getProperty("user.home"), ".cache")
            : Path.of(named);
    return caches.resolve("hub-genealogy");
  }

  /** Removes what a killed process left half made. */
  private static void sweep(Path folder, Instant now) throws IOException {
    try (Stream<Path> entries = Files.list(folder)) {
      for (Path entry : (Iterable<Path>) entries::iterator) {
        if (entry.getFileName().toString().startsWith(DRAFT)
            && Files.getLastModifiedTime(entry).toInstant().isBefore(now.minus(ABANDONED))) {
          delete(entry);
        }
      }
    }
  }

  private static void delete(Path folder) throws IOException {
    try (Stream<Path> entries = Files.walk(folder)) {
      for (Path entry : (Iterable<Path>) entries.sorted(Comparator.reverseOrder())::iterator) {
        Files.deleteIfExists(entry);
      }
    }
  }
}
