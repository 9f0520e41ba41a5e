package io.github.hubgenealogy.jobs.edges;

import java.io.Serializable;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Iterator;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import org.apache.spark.sql.catalyst.InternalRow;

/**
 * One partition's part of {@link ListedNames}.
 *
 * @param created microseconds, or {@link #NO_DATE}
 * @param rules the ordinals of {@link Inference}, or −1
 * @param pathWords the given words that are an owner's name in lower case
 */
// It only travels, and nobody compares it; the ordinals do not outlive the process.
@SuppressWarnings({"ArrayRecordComponent", "EnumOrdinal"})
record NameBlock(
    Texts ids,
    Texts keys,
    long[] downloads,
    long[] created,
    byte[] rules,
    TreeSet<String> pathWords)
    implements Serializable {
  static final long NO_DATE = Long.MIN_VALUE;

  private static final int INITIAL = 1_024;

  /** Reads rows of (id, key, downloads, created, library, tags, configuration). */
  static NameBlock of(Iterator<InternalRow> rows, Set<String> pathWords) {
    Texts ids = new Texts(INITIAL, 32 * INITIAL);
    Texts keys = new Texts(INITIAL, 32 * INITIAL);
    long[] downloads = new long[INITIAL];
    long[] created = new long[INITIAL];
    byte[] rules = new byte[INITIAL];
    TreeSet<String> words = new TreeSet<>();
    InferredRules inferred = new InferredRules();
    for (int i = 0; rows.hasNext(); i++) {
      InternalRow row = rows.next();
      if (i == downloads.length) {
        downloads = Arrays.copyOf(downloads, 2 * i);
        created = Arrays.copyOf(created, 2 * i);
        rules = Arrays.copyOf(rules, 2 * i);
      }
      byte[] id = row.getUTF8String(0).getBytes();
      ids.add(id);
      keys.add(row.isNullAt(1) ? new byte[0] : row.getUTF8String(1).getBytes());
      downloads[i] = row.getLong(2);
      created[i] = row.isNullAt(3) ? NO_DATE : row.getLong(3);
      Inference rule =
          inferred.of(
              row.isNullAt(4) ? null : row.getUTF8String(4),
              row.isNullAt(5) ? null : row.getArray(5),
              row.isNullAt(6) ? null : row.getUTF8String(6));
      rules[i] = (byte) (rule == null ? -1 : rule.ordinal());
      owner(id, pathWords, words);
    }
    return new NameBlock(ids, keys, downloads, created, rules, words);
  }

  private static void owner(byte[] id, Set<String> pathWords, Set<String> found) {
    if (pathWords.isEmpty()) {
      return;
    }
    for (int i = 0; i < id.length; i++) {
      if (id[i] == '/') {
        String owner = new String(id, 0, i, StandardCharsets.UTF_8).toLowerCase(Locale.ROOT);
        if (pathWords.contains(owner)) {
          found.add(owner);
        }
        return;
      }
    }
  }
}
