package io.github.hubgenealogy.crawler.journal;

import io.github.hubgenealogy.crawler.packed.PackedCells;
import io.github.hubgenealogy.crawler.packed.RowSource;
import io.github.hubgenealogy.crawler.packed.RunMerge;
import io.github.hubgenealogy.crawler.packed.RunPart;
import io.github.hubgenealogy.lake.contract.TableContract;
import io.github.hubgenealogy.lake.store.DataFile;
import io.github.hubgenealogy.lake.store.Snapshot;
import io.github.hubgenealogy.lake.store.TableSeal;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Makes a table of a journal's parts: merged in the contract's order, each key once, in files of
 * the contract's size, and last of all the seal. What an interrupted sealing left is replaced.
 */
public final class TableSealing {
  private final Snapshot snapshot;
  private final TableContract contract;
  private final JournalSettings settings;

  /** What may still drop or amend a row on its way into the table. */
  public interface RowFilter {
    /** The row to write, which may be the given one, or null for none. */
    PackedCells apply(PackedCells row) throws IOException;
  }

  /** Rows and duplicates of what was written. */
  public record Sealed(long rows, long duplicates, TableSeal seal) {}

  public TableSealing(Snapshot snapshot, TableContract contract, JournalSettings settings) {
    this.snapshot = snapshot;
    this.contract = contract;
    this.settings = settings;
  }

  /** The parts of some journals as runs, of which the earlier journal and part rank first. */
  public static List<RunPart> runs(List<Journal> journals) {
    List<RunPart> runs = new ArrayList<>();
    for (Journal journal : journals) {
      for (JournalEntry entry : journal.entries()) {
        if (entry.part() != null) {
          runs.add(
              new RunPart(
                  journal.folder(), entry.part(), entry.firstKey(), entry.lastKey(), runs.size()));
        }
      }
    }
    return runs;
  }

  /** All rows of the runs in order, duplicates among them. */
  public RowSource open(List<RunPart> runs, String scratch) throws IOException {
    return new RunMerge(snapshot.files(), contract, settings.mergeWidth()).open(runs, scratch);
  }

  /**
   * Writes and seals.
   *
   * @param rows in order; of one key the first stands
   * @param origin hub, corpus or simulated
   * @param facts what else the seal says
   */
  public Sealed seal(RowSource rows, RowFilter filter, String origin, Facts facts)
      throws IOException {
    String folder = snapshot.folder(contract);
    snapshot.files().delete(folder);
    int[] keyColumns = contract.key().stream().mapToInt(contract::indexOf).toArray();
    long duplicates = 0;
    long count = 0;
    List<DataFile> files;
    try (TableWriter writer = new TableWriter(snapshot.files(), folder, contract)) {
      String[] last = new String[keyColumns.length];
      PackedCells row;
      while ((row = rows.next()) != null) {
        if (isSame(row, keyColumns, last)) {
          duplicates++;
          continue;
        }
        PackedCells kept = filter.apply(row);
        if (kept != null) {
          writer.write(kept);
          count++;
        }
      }
      files = writer.finish();
    }
    return seal(new EarlyTable.Written(count, duplicates, files), origin, facts);
  }

  /** Seals what was written while the rows came. */
  public Sealed seal(EarlyTable.Written written, String origin, Facts facts) throws IOException {
    Map<String, Object> said = new TreeMap<>(facts.of(written.rows(), written.duplicates()));
    TableSeal seal =
        new TableSeal(
            contract.name(),
            contract.schemaVersion(),
            fingerprint(origin, written.files()),
            written.rows(),
            written.files(),
            origin,
            said);
    snapshot.create(contract, seal);
    return new Sealed(written.rows(), written.duplicates(), seal);
  }

  /** Facts that are known only when all rows are written. */
  public interface Facts {
    Map<String, Object> of(long rows, long duplicates);
  }

  private static boolean isSame(PackedCells row, int[] keyColumns, String[] last) {
    boolean same = true;
    for (int i = 0; i < keyColumns.length; i++) {
      String value = row.text(keyColumns[i]);
      same = same && value.equals(last[i]);
      last[i] = value;
    }
    return same;
  }

  private String fingerprint(String origin, List<DataFile> files) {
    MessageDigest digest;
    try {
      digest = MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException(impossible);
    }
    StringBuilder text =
        new StringBuilder(contract.name())
            .append(' ')
            .append(contract.schemaVersion())
            .append(' ')
            .append(origin);
    files.forEach(file -> text.append('\n').append(file.sha256()));
    return HexFormat.of()
        .formatHex(digest.digest(text.toString().getBytes(StandardCharsets.UTF_8)));
  }
}
