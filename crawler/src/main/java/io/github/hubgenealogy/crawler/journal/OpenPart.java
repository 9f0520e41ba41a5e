package io.github.hubgenealogy.crawler.journal;

import io.github.hubgenealogy.crawler.packed.PackedRows;
import java.util.BitSet;

/** Rows that are gathered and not yet committed; {@link PartWriter} guards it. */
final class OpenPart {
  final PackedRows rows;

  /** The places of the work list that they are of. */
  final BitSet covered = new BitSet();

  /** Whether anything was added since it was opened. */
  boolean touched;

  /** When the first thing was added, by the clock that only goes forward. */
  long since;

  OpenPart(int bytes) {
    rows = new PackedRows(bytes);
  }
}
