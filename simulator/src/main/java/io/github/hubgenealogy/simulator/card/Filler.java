package io.github.hubgenealogy.simulator.card;

/** Paragraphs of no meaning, so that cards are as long as real ones. */
final class Filler {
  private static final String PARAGRAPH =
      """
      This paragraph fills the page of a simulated model, so that its card is as long as a real
      one. It says nothing, it was written for no model in particular, and nobody reads it.

      """;
  private static final int PARAGRAPHS = 400;
  private static final String ALL = PARAGRAPH.repeat(PARAGRAPHS);

  private Filler() {}

  /** Lengthens prose to about what was asked; a copy of ready text, and so cheap. */
  static void lengthen(StringBuilder prose, CardBrief brief) {
    int missing = brief.bodyChars() - prose.length();
    if (missing <= 0) {
      return;
    }
    prose.append("\n## Notes\n\n");
    int whole = Math.min(PARAGRAPHS, (missing + PARAGRAPH.length() / 2) / PARAGRAPH.length());
    prose.append(ALL, 0, whole * PARAGRAPH.length());
  }
}
