package io.github.hubgenealogy.crawler.owner;

import java.util.Locale;

/** What the Hub says of an owner; the words of the column {@code status}. */
enum OwnerStatus {
  FOUND,
  /** Neither an organisation nor a person. */
  MISSING,
  /** 401 or 403. */
  REFUSED,
  /** No usable answer. */
  UNKNOWN;

  String word() {
    return name().toLowerCase(Locale.ROOT);
  }
}
