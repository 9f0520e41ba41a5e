package io.github.hubgenealogy.crawler.journal;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.hubgenealogy.lake.command.Fault;
import io.github.hubgenealogy.lake.store.LakeFiles;
import io.github.hubgenealogy.lake.store.Snapshot;
import java.io.IOException;
import java.io.InputStream;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The journal of one table, or of one shard of it: a folder with {@code start.json}, parts {@code
 * part-00000001.rows} and one entry {@code entry-00000001.json} each.
 */
public final class Journal {
  private static final Logger LOG = LoggerFactory.getLogger(Journal.class);
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final String START = "start.json";
  private static final String SERVER_START = "server-start.json";

  private final LakeFiles files;
  private final String folder;
  private final List<JournalEntry> entries = new ArrayList<>();
  private Instant serverStart;

  private Journal(LakeFiles files, String folder) {
    this.files = files;
    this.folder = folder;
  }

  /** Reads the journal in a folder, and sweeps what no entry names. */
  public static Journal open(LakeFiles files, String folder) throws IOException {
    Journal journal = new Journal(files, folder);
    journal.load();
    journal.sweep();
    return journal;
  }

  /** Reads the journal in a folder, of which another process may be the writer. */
  public static Journal read(LakeFiles files, String folder) throws IOException {
    Journal journal = new Journal(files, folder);
    journal.load();
    return journal;
  }

  private void load() throws IOException {
    Map<String, Long> sizes = new HashMap<>();
    for (LakeFiles.Entry entry : files.list(folder)) {
      sizes.put(entry.name(), entry.bytes());
    }
    if (sizes.containsKey(SERVER_START)) {
      serverStart = Instant.parse(read(SERVER_START, String.class));
    }
    while (sizes.containsKey(entryName(entries.size() + 1))) {
      JournalEntry entry = read(entryName(entries.size() + 1), JournalEntry.class);
      Long bytes = entry.part() == null ? null : sizes.get(entry.part().name());
      if (entry.part() != null && (bytes == null || bytes != entry.part().bytes())) {
        LOG.warn("part {} is not as it was written; going back to before it", entry.part().name());
        return;
      }
      entries.add(entry);
    }
  }

  /** Deletes parts without an entry, and entries after a part that is lost. */
  private void sweep() throws IOException {
    Set<String> named = new HashSet<>();
    for (JournalEntry entry : entries) {
      named.add(entryName(entry.sequence()));
      if (entry.part() != null) {
        named.add(entry.part().name());
      }
    }
    List<LakeFiles.Entry> present = new ArrayList<>(files.list(folder));
    // Entries go before their parts, so that a kill between leaves no entry without a part.
    present.sort((a, b) -> a.name().compareTo(b.name()));
    for (LakeFiles.Entry entry : present) {
      boolean ours =
          entry.name().startsWith("entry-")
              || entry.name().startsWith("part-")
              || entry.name().startsWith("merge-")
              || entry.name().startsWith(LakeFiles.DRAFT);
      if (ours && !entry.folder() && !named.contains(entry.name())) {
        files.delete(folder + "/" + entry.name());
      }
    }
  }

  public LakeFiles files() {
    return files;
  }

  public String folder() {
    return folder;
  }

  /** Of which crawl this is, if it has begun. */
  public Optional<JournalStart> start() throws IOException {
    return files.exists(folder + "/" + START)
        ? Optional.of(read(START, JournalStart.class))
        : Optional.empty();
  }

  /** Begins. */
  public JournalStart begin(JournalStart start) throws IOException {
    files.createIfAbsent(folder + "/" + START, Snapshot.json(start));
    return start().orElseThrow();
  }

  /** Keeps when the crawl began by the server's clock. */
  public void keepServerStart(Instant at) throws IOException {
    files.createIfAbsent(folder + "/" + SERVER_START, Snapshot.json(at.toString()));
    serverStart = at;
  }

  /**
   * When the crawl began by the server's clock; nothing before its first answer, or where it says
   * no time.
   */
  public Optional<Instant> serverStart() {
    return Optional.ofNullable(serverStart);
  }

  /** The committed parts, in order. */
  public List<JournalEntry> entries() {
    synchronized (entries) {
      return List.copyOf(entries);
    }
  }

  public Optional<JournalEntry> last() {
    synchronized (entries) {
      return entries.isEmpty() ? Optional.empty() : Optional.of(entries.get(entries.size() - 1));
    }
  }

  public long rows() {
    return entries().stream().mapToLong(JournalEntry::rows).sum();
  }

  /** The name that the part of a number has. */
  static String partName(int sequence) {
    return String.format("part-%08d.rows", sequence);
  }

  private static String entryName(int sequence) {
    return String.format("entry-%08d.json", sequence);
  }

  int nextSequence() {
    synchronized (entries) {
      return entries.size() + 1;
    }
  }

  /** Commits the part that was closed. */
  void commit(JournalEntry entry) throws IOException {
    if (!files.createIfAbsent(folder + "/" + entryName(entry.sequence()), Snapshot.json(entry))) {
      throw Fault.incomplete(
          "another crawl has written this journal",
          files.uri(folder),
          "End the other one, then run the command again.");
    }
    synchronized (entries) {
      entries.add(entry);
    }
  }

  /** Removes the journal, entries before parts. */
  public void delete() throws IOException {
    for (LakeFiles.Entry entry : files.list(folder)) {
      files.delete(folder + "/" + entry.name());
    }
    files.delete(folder);
  }

  private <T> T read(String name, Class<T> type) throws IOException {
    try (InputStream file = files.read(folder + "/" + name)) {
      return JSON.readValue(file, type);
    } catch (com.fasterxml.jackson.core.JacksonException broken) {
      throw Fault.badInput(
          "the journal cannot be read",
          files.uri(folder + "/" + name),
          "Delete the folder it lies in and crawl that table again.");
    }
  }
}
