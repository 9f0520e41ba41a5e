package io.github.hubgenealogy.crawler.asking;

import io.github.hubgenealogy.crawler.packed.PackedCells;

/**
 * Asks the Hub one kind of question. Called by many threads at once.
 *
 * @param <Q> a question
 */
public interface Asker<Q> {
  /** Takes a question out of the work list. */
  Q question(PackedCells row);

  /**
   * Asks, and gives the row of the table in the order of its columns, whatever the answer was.
   *
   * @throws io.github.hubgenealogy.lake.command.Fault where the answer ends the whole crawl
   * @throws io.github.hubgenealogy.crawler.rate.StoppedException where the crawl is to end; the
   *     question is then asked again another time
   */
  Object[] ask(Q question);
}
