package io.github.hubgenealogy.jobs.edges;

import static io.github.hubgenealogy.jobs.tables.Columns.CONFIG;
import static io.github.hubgenealogy.jobs.tables.Columns.DOWNLOADS;
import static io.github.hubgenealogy.jobs.tables.Columns.HUB_CREATED_AT;
import static io.github.hubgenealogy.jobs.tables.Columns.ID;
import static io.github.hubgenealogy.jobs.tables.Columns.KEY_ID;
import static io.github.hubgenealogy.jobs.tables.Columns.LIBRARY_NAME;
import static io.github.hubgenealogy.jobs.tables.Columns.TAGS;
import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.lit;

import io.github.hubgenealogy.jobs.tables.InternalRows;
import java.io.Serializable;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * What claims are resolved by, of every listed repository: its id, key, downloads, date and
 * inferred relation, in arrays that are sent to every task. Memory: about 100 bytes a repository.
 */
@SuppressWarnings("EnumOrdinal") // as bits, which do not outlive the process
final class ListedNames implements Serializable {
  private static final long serialVersionUID = 1L;
  private static final int NONE = -1;
  private static final List<Inference> RULES = List.of(Inference.values());

  private final Texts ids;
  private final Texts keys;
  private final long[] downloads;
  private final long[] created;
  private final byte[] rules;
  private final TreeSet<String> knownWords = new TreeSet<>();
  private final int[] idSlots;
  private final int[] keySlots;

  /** Joins what the partitions sent. */
  ListedNames(List<NameBlock> blocks) {
    ids = Texts.joined(blocks.stream().map(NameBlock::ids).toList());
    keys = Texts.joined(blocks.stream().map(NameBlock::keys).toList());
    downloads = new long[ids.size()];
    created = new long[ids.size()];
    rules = new byte[ids.size()];
    int at = 0;
    for (NameBlock block : blocks) {
      int count = block.ids().size();
      System.arraycopy(block.downloads(), 0, downloads, at, count);
      System.arraycopy(block.created(), 0, created, at, count);
      System.arraycopy(block.rules(), 0, rules, at, count);
      at += count;
      knownWords.addAll(block.pathWords());
    }
    idSlots = slots(ids);
    keySlots = slots(keys);
  }

  /**
   * Reads a list of models.
   *
   * @param pathWords words of which those that are an owner's name are kept
   */
  static ListedNames ofModels(Dataset<Row> models, List<String> pathWords) {
    return of(
        models.select(
            col(ID),
            col(KEY_ID),
            coalesce(col(DOWNLOADS), lit(0L)),
            col(HUB_CREATED_AT),
            col(LIBRARY_NAME),
            col(TAGS),
            col(CONFIG)),
        pathWords);
  }

  /** Reads a list of datasets, which have no relation. */
  static ListedNames ofDatasets(Dataset<Row> datasets) {
    return of(
        datasets.select(
            col(ID),
            col(KEY_ID),
            coalesce(col(DOWNLOADS), lit(0L)),
            col(HUB_CREATED_AT),
            lit(null).cast("string"),
            lit(null).cast("array<string>"),
            lit(null).cast("string")),
        List.of());
  }

  private static ListedNames of(Dataset<Row> rows, List<String> pathWords) {
    Set<String> words = Set.copyOf(pathWords);
    return new ListedNames(
        InternalRows.mapPartitions(
                rows, partition -> List.of(NameBlock.of(partition, words)).iterator())
            .collect());
  }

  private static int[] slots(Texts texts) {
    int[] slots = new int[Integer.highestOneBit(Math.max(4, texts.size())) * 4];
    for (int i = 0; i < texts.size(); i++) {
      int slot = texts.foldedHash(i) & (slots.length - 1);
      while (slots[slot] != 0) {
        slot = (slot + 1) & (slots.length - 1);
      }
      slots[slot] = i + 1;
    }
    return slots;
  }

  /** The repository of a key, or −1. */
  int byKey(byte[] key) {
    return exact(keys, keySlots, key);
  }

  /** The repository of that very id, or −1. */
  int exact(byte[] id) {
    return exact(ids, idSlots, id);
  }

  private static int exact(Texts texts, int[] slots, byte[] text) {
    int mask = slots.length - 1;
    for (int slot = Texts.foldedHash(text) & mask; slots[slot] != 0; slot = (slot + 1) & mask) {
      if (texts.equals(slots[slot] - 1, text)) {
        return slots[slot] - 1;
      }
    }
    return NONE;
  }

  /**
   * The repository whose id is equal but for the case of ASCII letters; of several the one with
   * most downloads, then the smallest id. −1 where there is none.
   */
  int folded(byte[] id) {
    int mask = idSlots.length - 1;
    int best = NONE;
    for (int slot = Texts.foldedHash(id) & mask; idSlots[slot] != 0; slot = (slot + 1) & mask) {
      int found = idSlots[slot] - 1;
      if (ids.equalsFolded(found, id) && (best == NONE || isBetter(found, best))) {
        best = found;
      }
    }
    return best;
  }

  private boolean isBetter(int one, int other) {
    return downloads[one] != downloads[other]
        ? downloads[one] > downloads[other]
        : ids.isBefore(one, other);
  }

  byte[] id(int repository) {
    return ids.get(repository);
  }

  /** When it was made, in microseconds, or {@link NameBlock#NO_DATE}. */
  long created(int repository) {
    return created[repository];
  }

  /** The rule that infers its relation, or null. */
  Inference rule(int repository) {
    int rule = rules[repository];
    return rule < 0 ? null : RULES.get(rule);
  }

  /** The words that are no listed owner's name. */
  List<String> withoutOwner(List<String> pathWords) {
    return pathWords.stream().filter(word -> !knownWords.contains(word)).toList();
  }
}
