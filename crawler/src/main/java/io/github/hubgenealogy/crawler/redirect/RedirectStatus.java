package io.github.hubgenealogy.crawler.redirect;

import java.util.Locale;

/** What the Hub says of an id; the words of the column {@code status}. */
enum RedirectStatus {
  /** Another id answers. */
  MOVED,
  /** This very id answers, though the list lacked it. */
  FOUND,
  /** No such repository, says an answer to a token. */
  MISSING,
  /** Missing or private: without a token the Hub does not tell which. */
  REFUSED,
  /** No usable answer. */
  UNKNOWN;

  String word() {
    return name().toLowerCase(Locale.ROOT);
  }
}
