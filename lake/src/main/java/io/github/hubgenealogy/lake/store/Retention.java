package io.github.hubgenealogy.lake.store;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Which published snapshots a lake keeps, and the removal of the others. What is not published is
 * never touched: it may be a crawl that is to be gone on with. A snapshot whose raw tables a kept
 * revision ({@code <id>.r2}) or any kept manifest refers to is kept whole.
 */
public final class Retention {
  /**
   * Marks a snapshot that is being removed: it is no snapshot any more, and can be gone on with.
   */
  static final String MARK = "pruned.json";

  /**
   * The folder of a lake with what is made of published snapshots and can be made again, each file
   * named by its manifest's checksum.
   */
  public static final String INDEXES = ".index";

  private final Lake lake;

  /**
   * What becomes of one published snapshot.
   *
   * @param bytes by its manifest
   * @param reason why it is kept, or null: it goes
   */
  public record Verdict(Snapshot snapshot, long bytes, String reason) {
    public boolean goes() {
      return reason == null;
    }
  }

  public Retention(Lake lake) {
    this.lake = lake;
  }

  /**
   * Decides, and removes nothing.
   *
   * @param keep how many of each origin stay at least, the newest: what is simulated never takes
   *     the place of what is real
   */
  public List<Verdict> decide(int keep) throws IOException {
    List<Snapshot> published = new ArrayList<>();
    Map<String, SnapshotManifest> manifests = new HashMap<>();
    for (Snapshot each : lake.snapshots()) {
      if (each.isPublished()) {
        published.add(each);
        manifests.put(each.id(), SnapshotManifest.read(each));
      }
    }
    Map<String, String> reasons = new HashMap<>();
    Map<String, Integer> kept = new HashMap<>();
    for (int i = published.size() - 1; i >= 0; i--) {
      String id = published.get(i).id();
      String origin = manifests.get(id).origin();
      if (kept.merge(origin, 1, Integer::sum) <= keep) {
        reasons.put(id, "among the newest " + keep + " of origin " + origin);
      }
    }
    for (Snapshot each : published) {
      if (reasons.containsKey(each.id())) {
        for (String needed : referredTo(each, manifests.keySet())) {
          reasons.putIfAbsent(needed, "the raw tables of " + each.id() + " are its own");
        }
      }
    }
    List<Verdict> verdicts = new ArrayList<>();
    for (Snapshot each : published) {
      verdicts.add(
          new Verdict(each, manifests.get(each.id()).bytesOfFiles(), reasons.get(each.id())));
    }
    return verdicts;
  }

  /** The snapshots that a revision is one of, or whose files its manifest names. */
  private static Set<String> referredTo(Snapshot snapshot, Set<String> ids) throws IOException {
    Set<String> needed = new HashSet<>();
    snapshot.revised().ifPresent(base -> needed.add(base.id()));
    String text;
    try (var file = snapshot.files().read(snapshot.path(Snapshot.MANIFEST))) {
      text = new String(file.readAllBytes(), StandardCharsets.UTF_8);
    }
    for (String id : ids) {
      if (text.contains("\"" + id + "/raw") || text.contains("/" + id + "/raw")) {
        needed.add(id);
      }
    }
    needed.remove(snapshot.id());
    return needed;
  }

  /**
   * Removes a snapshot, and first what was made of it beside it. Killed midway it is no snapshot
   * all the same, and {@link #sweep} ends it.
   */
  public void remove(Snapshot snapshot) throws IOException {
    LakeFiles files = lake.files();
    if (files.exists(snapshot.path(Snapshot.MANIFEST))) {
      String checksum = SnapshotManifest.checksumOf(snapshot);
      for (LakeFiles.Entry entry : files.list(INDEXES)) {
        if (entry.name().startsWith(checksum)) {
          files.delete(INDEXES + "/" + entry.name());
        }
      }
    }
    files.createIfAbsent(snapshot.path(MARK), Snapshot.json(Map.of("pruned", snapshot.id())));
    files.delete(snapshot.path(Snapshot.MANIFEST));
    for (LakeFiles.Entry entry : files.list(snapshot.id())) {
      if (!entry.name().equals(MARK)) {
        files.delete(snapshot.path(entry.name()));
      }
    }
    files.delete(snapshot.id());
  }

  /** Ends removals that were cut short; tells which. */
  public List<String> sweep() throws IOException {
    List<String> ended = new ArrayList<>();
    for (LakeFiles.Entry entry : lake.files().list("")) {
      if (entry.folder() && lake.files().exists(entry.name() + "/" + MARK)) {
        remove(new Snapshot(lake.files(), entry.name()));
        ended.add(entry.name());
      }
    }
    return ended;
  }
}
