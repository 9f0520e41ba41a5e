package io.github.hubgenealogy.crawler.journal;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.hubgenealogy.crawler.Tally;
import io.github.hubgenealogy.crawler.packed.PackedRows;
import io.github.hubgenealogy.crawler.packed.RowPacker;
import io.github.hubgenealogy.crawler.packed.RowSource;
import io.github.hubgenealogy.crawler.rate.TimeSource;
import io.github.hubgenealogy.lake.contract.TableContract;
import io.github.hubgenealogy.lake.contract.TableContracts;
import io.github.hubgenealogy.lake.store.DataFile;
import io.github.hubgenealogy.lake.store.Lake;
import io.github.hubgenealogy.lake.store.Origin;
import io.github.hubgenealogy.lake.store.Snapshot;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A table written while its parts come is the table that is made of them afterwards. */
final class EarlyTableTest {
  private static final TableContract CONTRACT = TableContracts.RAW_MODELS;
  private static final JournalSettings SETTINGS = new JournalSettings(Duration.ofMinutes(10), 1, 4);

  @TempDir Path lake;

  private static String key(int i) {
    return String.format(Locale.ROOT, "%024x", i);
  }

  private static void add(PackedRows rows, String key, String id) {
    Object[] row = new Object[CONTRACT.columns().size()];
    row[CONTRACT.indexOf("_id")] = key;
    row[CONTRACT.indexOf("id")] = id;
    row[CONTRACT.indexOf("sha")] = "x".repeat(200);
    row[CONTRACT.indexOf("observedAt")] = 1L;
    new RowPacker(CONTRACT).add(rows, row);
  }

  /** What was written early, and what the journal gives. */
  private record Both(Optional<EarlyTable.Written> early, List<DataFile> merged, long duplicates) {}

  private Both write(List<PackedRows> pages) throws Exception {
    Snapshot snapshot = Lake.at(lake.toString()).snapshot("s");
    Journal journal = Journal.open(snapshot.files(), snapshot.path("raw/journal/models"));
    List<String> seen = new ArrayList<>();
    Optional<EarlyTable.Written> written;
    int id = CONTRACT.indexOf("id");
    try (EarlyTable early =
            new EarlyTable(snapshot, CONTRACT, "id", row -> seen.add(row.text(id)));
        PartWriter parts =
            new PartWriter(
                journal, CONTRACT, SETTINGS, TimeSource.system(), new Tally(), () -> Origin.HUB)) {
      parts.listener(early);
      for (PackedRows page : pages) {
        parts.addPage(page, "next");
      }
      parts.flush(true);
      written = early.finish();
    }
    assertThat(journal.entries()).hasSizeGreaterThan(1);
    assertThat(written.map(EarlyTable.Written::rows).orElse((long) seen.size()))
        .isEqualTo(seen.size());
    TableSealing sealing = new TableSealing(snapshot, CONTRACT, SETTINGS);
    try (RowSource rows = sealing.open(TableSealing.runs(List.of(journal)), journal.folder())) {
      TableSealing.Sealed sealed =
          sealing.seal(rows, row -> row, "hub", (count, duplicates) -> Map.of());
      return new Both(written, sealed.seal().files(), sealed.duplicates());
    }
  }

  private static List<PackedRows> pages(int count) {
    List<PackedRows> pages = new ArrayList<>();
    for (int page = 0; page < count; page++) {
      PackedRows rows = new PackedRows(1 << 16);
      for (int i = 0; i < 1000; i++) {
        add(rows, key(1000 * page + i), "o/m" + (1000 * page + i));
      }
      // As a faulty Hub does: the first of the next page once more than it should be.
      add(rows, key(1000 * page + 1000), "o/m" + (1000 * page + 1000));
      pages.add(rows);
    }
    return pages;
  }

  @Test
  void rows_in_the_order_of_their_keys_give_the_same_files_both_ways() throws Exception {
    Both both = write(pages(12));
    assertThat(both.early()).isPresent();
    assertThat(both.early().get().files()).isEqualTo(both.merged());
    assertThat(both.early().get().rows()).isEqualTo(12_001);
    assertThat(both.early().get().duplicates()).isEqualTo(both.duplicates()).isEqualTo(11);
  }

  @Test
  void a_key_that_comes_too_late_gives_it_up() throws Exception {
    List<PackedRows> pages = pages(8);
    PackedRows late = new PackedRows(1 << 16);
    add(late, key(17), "o/m17");
    pages.add(late);
    assertThat(write(pages).early()).isEmpty();
  }

  @Test
  void two_keys_under_one_id_give_it_up() throws Exception {
    List<PackedRows> pages = pages(8);
    PackedRows again = new PackedRows(1 << 16);
    add(again, key(90_000), "o/m17");
    pages.add(again);
    assertThat(write(pages).early()).isEmpty();
  }
}
