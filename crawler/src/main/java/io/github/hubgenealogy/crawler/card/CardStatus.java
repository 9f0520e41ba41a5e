package io.github.hubgenealogy.crawler.card;

import java.util.Locale;

/** What became of a README; the words of the column {@code status}. */
enum CardStatus {
  OK,
  /** The repository has none. */
  MISSING,
  /** Its files ask for an agreement. */
  GATED,
  /** No such repository any more, or private. */
  GONE,
  /** The Hub has disabled it. */
  DISABLED,
  /** No usable answer after all retries. */
  FAILED;

  String word() {
    return name().toLowerCase(Locale.ROOT);
  }
}
