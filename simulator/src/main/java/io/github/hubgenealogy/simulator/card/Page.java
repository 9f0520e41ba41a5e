package io.github.hubgenealogy.simulator.card;

import java.util.stream.Collectors;

/** Prose while it is being written, and what it is about. */
final class Page {
  private final CardBrief brief;
  private final StringBuilder text = new StringBuilder(2_048);

  Page(CardBrief brief) {
    this.brief = brief;
  }

  CardBrief brief() {
    return brief;
  }

  StringBuilder text() {
    return text;
  }

  void line(String line) {
    text.append(line).append('\n');
  }

  boolean hasParent() {
    return !brief.parents().isEmpty();
  }

  static String link(String id) {
    return "[" + id + "](https://huggingface.co/" + id + ")";
  }

  String links() {
    return brief.parents().stream().map(Page::link).collect(Collectors.joining(" and "));
  }

  /** A number below 100 that the card's variety decides. */
  int percent(int shift) {
    return (int) Math.floorMod(brief.variety() >>> shift, 100L);
  }
}
