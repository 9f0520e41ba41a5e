package io.github.hubgenealogy.simulator.card;

/**
 * The prose below the front matter. Sentences that name a parent are the boilerplate that the tools
 * emit; all else is worded here.
 */
final class Prose {
  private Prose() {}

  static String of(CardBrief brief) {
    Page page = new Page(brief);
    new TrainingProse(page).write();
    new OtherProse(page).write();
    Filler.lengthen(page.text(), brief);
    return page.text().toString();
  }
}
