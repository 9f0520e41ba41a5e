package io.github.hubgenealogy.simulator.ecosystem;

/**
 * Front matter that can be read and is odd, as often as in real cards (malformed.tsv: of 6,343). It
 * never touches what a card says about parents.
 */
enum Oddity {
  NONE(0),
  UNKNOWN_KEY(172),
  DATASETS_AS_TEXT(60),
  TAGS_AS_TEXT(50),
  HUGE(41),
  LANGUAGES_IN_ONE_TEXT(27),
  NOTHING_AMONG_DATASETS(21),
  LICENCE_AS_LIST(15),
  ODD_MODEL_INDEX(11),
  NUMBER_AMONG_TAGS(7),
  METRICS_WITH_NUMBER(5),
  TEMPLATE_LEFTOVER(3),
  METRICS_AS_TEXT(2),
  LIBRARY_AS_LIST(2),
  TASK_AS_LIST(1);

  private static final Oddity[] ALL = values();
  private static final double OF_CARDS = 6_343;

  private final int found;

  Oddity(int found) {
    this.found = found;
  }

  static Oddity at(double unit) {
    double left = unit * OF_CARDS;
    for (Oddity oddity : ALL) {
      left -= oddity.found;
      if (left < 0) {
        return oddity;
      }
    }
    return NONE;
  }
}
