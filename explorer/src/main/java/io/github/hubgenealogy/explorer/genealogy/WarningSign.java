package io.github.hubgenealogy.explorer.genealogy;

import java.util.Locale;

/** Why an edge may deserve less trust than others. */
public enum WarningSign {
  /** Two sources name different relations. */
  RELATION_CONFLICT,
  /** The child was created before its parent. */
  CHILD_OLDER_THAN_PARENT,
  /** A typed tag names the pair, and the bare tag that the Hub adds beside it is missing. */
  TYPED_TAG_ALONE,
  /** The parent's name belonged to another repository in an earlier snapshot. */
  PARENT_REREGISTERED,
  /** Nothing but a sentence of the card says so; such an edge is outside all totals. */
  TEXT_ALONE;

  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }
}
