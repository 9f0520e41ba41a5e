package io.github.hubgenealogy.lake.store;

import io.github.hubgenealogy.lake.command.ExitCode;
import io.github.hubgenealogy.lake.command.Fault;
import java.io.IOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A lake: a folder of snapshots. Which snapshot a command means when it names none is decided here.
 */
public final class Lake {
  private static final Pattern ID = Pattern.compile("[A-Za-z0-9._-]+");
  private static final Pattern DATED = Pattern.compile("\\d{4}-\\d{2}-\\d{2}");
  private static final Pattern SCHEME = Pattern.compile("([A-Za-z][A-Za-z0-9+.-]+):.*");

  /** Where what tells two snapshots apart lies; no snapshot can be called so. */
  private static final String DIFFS = "diffs";

  /** Begins with a dot, so that it is no snapshot. */
  private static final String LOCKS = ".locks";

  private final LakeFiles files;

  public Lake(LakeFiles files) {
    this.files = files;
  }

  /** The lake at a path or URI, for reading. */
  public static Lake at(String location) {
    Optional<URI> store = storeOf(location);
    return new Lake(store.isPresent() ? HadoopFiles.at(store.get()) : localFiles(location));
  }

  /** The lake at a path or URI, made if need be, and seen to be writable. */
  public static Lake writableAt(String location) {
    Optional<URI> store = storeOf(location);
    return new Lake(
        store.isPresent()
            ? HadoopFiles.at(store.get()).writable()
            : localFiles(location).writable());
  }

  /** The URI of a location that is on no file system of this machine. */
  private static Optional<URI> storeOf(String location) {
    if (location.startsWith("file:") || !SCHEME.matcher(location).matches()) {
      return Optional.empty();
    }
    try {
      URI uri = new URI(location);
      if (uri.getAuthority() != null && uri.getUserInfo() == null) {
        return Optional.of(uri);
      }
    } catch (URISyntaxException malformed) {
      // Said below, without the location where that might hold a secret.
    }
    throw Fault.badInput(
        "this is no address of a lake",
        "--lake",
        "Name a folder, hdfs://host:port/folder or s3a://bucket/folder, without a user or password.");
  }

  private static LocalFiles localFiles(String location) {
    String path =
        location.startsWith("file://") ? location.substring("file://".length()) : location;
    path = path.startsWith("file:") ? path.substring("file:".length()) : path;
    return new LocalFiles(Path.of(path));
  }

  public LakeFiles files() {
    return files;
  }

  /** A snapshot by its id, whether it exists or not. */
  public Snapshot snapshot(String id) {
    if (!ID.matcher(id).matches()
        || id.equals(".")
        || id.equals("..")
        || id.equals(DIFFS)
        || id.equals(LOCKS)) {
      throw Fault.badInput(
          "'" + id + "' is no snapshot id",
          "--snapshot",
          "Use letters, digits, dot, underscore and hyphen: 2026-11-24.");
    }
    return new Snapshot(files, id);
  }

  /** The folder of tables that tell an earlier snapshot from a later one. */
  public Snapshot diff(Snapshot earlier, Snapshot later) {
    return new Snapshot(files, DIFFS + "/" + later.id() + "/since-" + earlier.id());
  }

  /** Where the lock of a folder written as a whole lies: beside it, so that none is left in it. */
  public String locks(Snapshot written) {
    return LOCKS + "/" + written.id();
  }

  /**
   * Dated snapshots are newer than others, such as a demo's, so that those never stand before real
   * data.
   */
  private static final Comparator<Snapshot> AGE =
      Comparator.comparing((Snapshot snapshot) -> DATED.matcher(snapshot.id()).lookingAt())
          .thenComparing(snapshot -> snapshot.revised().orElse(snapshot).id())
          .thenComparing(Snapshot::version);

  /**
   * All snapshots, oldest first: by id, those that begin with a date after the others, revisions
   * after what they revise.
   */
  public List<Snapshot> snapshots() throws IOException {
    List<Snapshot> found = new ArrayList<>();
    for (LakeFiles.Entry entry : files.list("")) {
      if (entry.folder()
          && ID.matcher(entry.name()).matches()
          && !entry.name().startsWith(".")
          && !entry.name().equals(DIFFS)
          && !files.exists(entry.name() + "/" + Retention.MARK)) {
        found.add(new Snapshot(files, entry.name()));
      }
    }
    found.sort(AGE);
    return found;
  }

  /**
   * The published snapshots, oldest first, each in its newest published revision: what a series
   * over time is made of.
   */
  public List<Snapshot> published() throws IOException {
    Map<String, Snapshot> newest = new LinkedHashMap<>();
    for (Snapshot each : snapshots()) {
      if (each.isPublished()) {
        newest.put(each.revised().orElse(each).id(), each);
      }
    }
    return List.copyOf(newest.values());
  }

  /**
   * The snapshot to build: as {@link #forWriting}, and besides a revision by its name, where what
   * it revises is published.
   */
  public Snapshot forBuilding(String named, Clock clock) throws IOException {
    Optional<Snapshot> revised = named == null ? Optional.empty() : snapshot(named).revised();
    if (revised.isEmpty()) {
      return forWriting(named, clock);
    }
    Snapshot base = revised.get();
    if (base.revised().isPresent()) {
      throw Fault.badInput(
          "snapshot " + base.id() + " is itself a revision",
          "--snapshot",
          "Name the revision " + nextRevision(base).id() + ".");
    }
    if (!files.exists(base.id())) {
      throw noSuch(base.id());
    }
    if (!base.isPublished()) {
      throw Fault.badInput(
          "snapshot " + base.id() + " is not published, so there is nothing to revise",
          files.uri(base.path("")),
          "Build it first: hubgen build --snapshot " + base.id() + ".");
    }
    return snapshot(named);
  }

  /** The revision after the newest published one of a snapshot, or of the one that it revises. */
  public Snapshot nextRevision(Snapshot snapshot) throws IOException {
    String base = snapshot.revised().orElse(snapshot).id();
    int newest = 1;
    for (Snapshot each : snapshots()) {
      if (each.isPublished() && each.revised().filter(one -> one.id().equals(base)).isPresent()) {
        newest = Math.max(newest, each.version());
      }
    }
    return snapshot(base + ".r" + (newest + 1));
  }

  /**
   * The snapshot to write raw tables into: the one named, else the newest unpublished, else
   * today's; never a revision.
   */
  public Snapshot forWriting(String named, Clock clock) throws IOException {
    if (named != null) {
      Snapshot snapshot = snapshot(named);
      if (snapshot.revised().isPresent()) {
        throw Fault.badInput(
            "'" + named + "' is the name of a revision, which has no raw tables of its own",
            "--snapshot",
            "Build it with: hubgen build --snapshot " + named + ". For a crawl name another.");
      }
      return snapshot;
    }
    List<Snapshot> all = snapshots();
    for (int i = all.size() - 1; i >= 0; i--) {
      if (!all.get(i).isPublished() && all.get(i).revised().isEmpty()) {
        return all.get(i);
      }
    }
    return snapshot(LocalDate.now(clock.withZone(ZoneOffset.UTC)).toString());
  }

  /** The snapshot to read: the one named, else the newest published. */
  public Snapshot forReading(String named) throws IOException {
    if (named != null) {
      Snapshot snapshot = snapshot(named);
      if (!files.exists(named)) {
        throw noSuch(named);
      }
      return snapshot;
    }
    List<Snapshot> all = snapshots();
    for (int i = all.size() - 1; i >= 0; i--) {
      if (all.get(i).isPublished()) {
        return all.get(i);
      }
    }
    throw Fault.badInput(
        "no published snapshot",
        files.uri(""),
        "Run: hubgen demo, or hubgen crawl all and hubgen build.");
  }

  /** The error for a store that failed midway: exit 4, since what was sealed stands. */
  public Fault lost(IOException cause) {
    return new Fault(
        ExitCode.INCOMPLETE,
        "the lake can no longer be written or read ("
            + cause.getClass().getSimpleName()
            + ": "
            + cause.getMessage()
            + ")",
        files.uri(""),
        "Mend that, then run the command again to resume.",
        cause);
  }

  /** The error for a snapshot that is not there, which names those that are. */
  public Fault noSuch(String id) throws IOException {
    List<Snapshot> all = snapshots();
    String there =
        all.isEmpty()
            ? "The lake holds none yet."
            : "There are: " + String.join(", ", all.stream().map(Snapshot::id).toList()) + ".";
    return Fault.badInput("no snapshot '" + id + "'", files.uri(""), there);
  }
}
