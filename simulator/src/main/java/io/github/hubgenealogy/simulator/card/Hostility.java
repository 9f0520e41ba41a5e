package io.github.hubgenealogy.simulator.card;

/** How a card attacks whoever reads it or shows what it says. Only models without parents do. */
public enum Hostility {
  NONE(true),
  /** Aliases of aliases: nine levels of nine, 387 million scalars if expanded. */
  ALIAS_BOMB(false),
  /** Ten megabytes of front matter. */
  HUGE(false),
  /** Lists ten thousand deep. */
  DEEP(false),
  /** Zero bytes in the front matter. */
  NULS(false),
  /** Halves of surrogate pairs: in UTF-8 they are no text, in JSON they are escapes. */
  LONE_SURROGATES(true),
  /** Marks that turn the direction of text or hide it. */
  BIDIRECTIONAL(true),
  /** What is code where it is shown: HTML, SVG, CSV, LaTeX, a terminal. */
  SCRIPTS(true),
  UTF_16(false),
  WINDOWS_1252(true);

  private static final Hostility[] ALL = values();

  private final boolean readable;

  Hostility(boolean readable) {
    this.readable = readable;
  }

  /** Whether the Hub reads the front matter all the same. */
  public boolean readable() {
    return readable;
  }

  /** One of the attacks, by a number in [0, 1). */
  public static Hostility at(double unit) {
    return ALL[1 + (int) (unit * (ALL.length - 1))];
  }
}
