package io.github.hubgenealogy.crawler.asking;

import io.github.hubgenealogy.crawler.packed.PackedCells;
import java.util.Map;

/** What a table's seal says of its rows beyond their number. */
public interface RowFacts {
  /** Nothing more. */
  RowFacts NONE =
      new RowFacts() {
        @Override
        public void count(PackedCells row) {}

        @Override
        public Map<String, Object> facts() {
          return Map.of();
        }
      };

  /** Looks at a row that goes into the table. */
  void count(PackedCells row);

  /** What was seen, after the last row. */
  Map<String, Object> facts();
}
