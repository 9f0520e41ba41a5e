package io.github.hubgenealogy.explorer.web.api;

import io.github.hubgenealogy.explorer.genealogy.Genealogy;
import io.github.hubgenealogy.explorer.web.Problem;
import io.github.hubgenealogy.lake.command.Fault;
import io.github.hubgenealogy.lake.store.Lake;
import io.github.hubgenealogy.lake.store.Snapshot;
import io.github.hubgenealogy.lake.store.SnapshotManifest;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The published snapshots of a lake, opened when somebody asks for them. A snapshot of the whole
 * Hub takes hundreds of megabytes, so only a few stay open: the one least recently used is closed
 * once nobody reads it any more.
 */
public final class Snapshots implements AutoCloseable {
  /** How a snapshot is opened. */
  @FunctionalInterface
  public interface Opening {
    Genealogy open(Lake lake, String id) throws IOException;
  }

  private final Lake lake;
  private final Opening opening;
  private final String standard;
  private final int most;
  private final Map<String, Open> open = new LinkedHashMap<>(16, 0.75f, true);

  /**
   * Opens the snapshot that is meant where a request names none.
   *
   * @param standard its id, or null for the newest published
   * @param most how many stay open at once
   */
  public Snapshots(Lake lake, String standard, int most, Opening opening) throws IOException {
    this.lake = lake;
    this.opening = opening;
    this.standard = lake.forReading(standard).id();
    this.most = most;
    use(this.standard).close();
  }

  /** One snapshot as the picker shows it. */
  record Listed(String id, String origin, String predecessor, Long models, Long edges) {}

  String standard() {
    return standard;
  }

  /** All published snapshots, oldest first. */
  List<Listed> published() {
    List<Listed> found = new ArrayList<>();
    try {
      for (Snapshot each : lake.snapshots()) {
        if (each.isPublished()) {
          SnapshotManifest manifest = SnapshotManifest.read(each);
          found.add(
              new Listed(
                  each.id(),
                  manifest.origin(),
                  manifest.predecessor(),
                  rows(manifest, "models"),
                  rows(manifest, "edges")));
        }
      }
    } catch (IOException lost) {
      throw new UncheckedIOException(lost);
    }
    return found;
  }

  /** The ids of all, the oldest first, where so many may be open at once. */
  List<String> allAtOnce() {
    List<String> ids = published().stream().map(Listed::id).toList();
    if (ids.size() > most) {
      throw new Problem(
          422,
          "Too many snapshots",
          "there are "
              + ids.size()
              + " snapshots and "
              + most
              + " may be in memory: start the server with --open-snapshots "
              + ids.size()
              + ", or use hubgen exposure --all-snapshots");
    }
    return ids;
  }

  private static Long rows(SnapshotManifest manifest, String table) {
    return manifest.tables().stream()
        .filter(each -> each.table().equals(table))
        .map(SnapshotManifest.Table::rows)
        .findFirst()
        .orElse(null);
  }

  /**
   * A snapshot, kept open until the lease is closed.
   *
   * @param id null for the standard one
   */
  synchronized Lease use(String id) {
    String wanted = id == null ? standard : id;
    Open found = open.get(wanted);
    if (found == null) {
      found = new Open(opened(wanted));
      open.put(wanted, found);
      closeTheLeastUsed();
    }
    found.readers++;
    return new Lease(found);
  }

  private Genealogy opened(String id) {
    try {
      if (!lake.snapshot(id).isPublished()) {
        throw Problem.notFound("no published snapshot " + Parameters.shown(id));
      }
      return opening.open(lake, id);
    } catch (Fault unusable) {
      throw Problem.notFound(unusable.line());
    } catch (IOException lost) {
      throw new UncheckedIOException(lost);
    }
  }

  private void closeTheLeastUsed() {
    Iterator<Map.Entry<String, Open>> oldestFirst = open.entrySet().iterator();
    while (open.size() > most && oldestFirst.hasNext()) {
      Map.Entry<String, Open> each = oldestFirst.next();
      if (each.getValue().readers == 0 && !each.getKey().equals(standard)) {
        each.getValue().genealogy.close();
        oldestFirst.remove();
      }
    }
  }

  private synchronized void release(Open used) {
    used.readers--;
    closeTheLeastUsed();
  }

  @Override
  public synchronized void close() {
    open.values().forEach(each -> each.genealogy.close());
    open.clear();
  }

  private static final class Open {
    private final Genealogy genealogy;
    private int readers;

    Open(Genealogy genealogy) {
      this.genealogy = genealogy;
    }
  }

  /** A reader's hold on a snapshot. */
  final class Lease implements AutoCloseable {
    private final Open used;

    private Lease(Open used) {
      this.used = used;
    }

    Genealogy genealogy() {
      return used.genealogy;
    }

    @Override
    public void close() {
      release(used);
    }
  }
}
