package io.github.hubgenealogy.simulator.card;

/**
 * What is wrong with a card's text. Rates are those found in real cards (malformed.tsv: of 6,343
 * cards). For what breaks the front matter, pipeline and Hub agree: hub-api §4.5 has the Hub's own
 * expression for the fences, and YAML's rules for the rest.
 */
public enum Damage {
  NONE(0, true),
  BLANK_LINES_BEFORE(130, true),
  TEXT_BEFORE(33, false),
  CARRIAGE_RETURNS(18, true),
  EMPTY_FILE(12, false),
  NO_OPENING_FENCE(4, false),
  UNCLOSED(4, false),
  TWO_BLOCKS(4, true),
  LONG_FENCE(4, false),
  BYTE_ORDER_MARK(4, true),
  FENCE_WITH_BLANKS(4, true),
  TAB_INDENT(3, false),
  LOOSE_COLON(2, false),
  LONE_CARRIAGE_RETURNS(1, false),
  INVISIBLE_IN_BODY(4, true),
  MIXED_LINE_ENDS(2, true),
  NUL_IN_BODY(1, true),
  /** A key twice: JavaScript's parser refuses it, Python's takes the last. */
  DUPLICATE_KEY(1, false),
  NOT_A_MAPPING(1, false),
  WINDOWS_1252_BODY(1, true);

  private static final Damage[] ALL = values();

  /** Cards among which the counts were found. */
  private static final double OF_CARDS = 6_343;

  private final int found;
  private final boolean readable;

  Damage(int found, boolean readable) {
    this.found = found;
    this.readable = readable;
  }

  /**
   * Whether readers differ over it, or there is nothing in it: only a model without parents has
   * such a card, so that no edge depends on the reader.
   */
  public boolean disputed() {
    return this == EMPTY_FILE || this == DUPLICATE_KEY || this == NOT_A_MAPPING;
  }

  /** Whether the front matter can be read all the same, by the Hub and by a careful parser. */
  public boolean readable() {
    return readable;
  }

  /** The damage at a point of [0, 1), each as often as it was found. */
  public static Damage at(double unit) {
    double left = unit * OF_CARDS;
    for (Damage damage : ALL) {
      left -= damage.found;
      if (left < 0) {
        return damage;
      }
    }
    return NONE;
  }
}
