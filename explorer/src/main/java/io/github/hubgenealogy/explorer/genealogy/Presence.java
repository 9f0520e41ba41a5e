package io.github.hubgenealogy.explorer.genealogy;

import java.util.Locale;

/** Whether the Hub had the repository when the snapshot was taken; as in table {@code models}. */
public enum Presence {
  LISTED,
  /** The Hub answers for it, its list lacked it. */
  UNLISTED,
  /** 401 without a token: missing or private. */
  INACCESSIBLE,
  /** 404 with a token. */
  ABSENT,
  /** Nobody asked. */
  UNASKED;

  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  public static Presence of(String word) {
    return valueOf(word.toUpperCase(Locale.ROOT));
  }
}
