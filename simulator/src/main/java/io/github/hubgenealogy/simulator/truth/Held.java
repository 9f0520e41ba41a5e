package io.github.hubgenealogy.simulator.truth;

import java.util.BitSet;

/**
 * Which models hold throughout a crawl of a Hub that changes: listed from the beginning to the end
 * under the same name with the same tags.
 *
 * @param models how many are listed at the beginning
 * @param steady those that hold
 */
public record Held(int models, BitSet steady) {
  /** Of a Hub that stands still: all. */
  public static Held all(int models) {
    BitSet all = new BitSet(models);
    all.set(0, models);
    return new Held(models, all);
  }

  boolean model(int number) {
    return steady.get(number);
  }

  /** Whether both ends hold; a parent that was never listed does. */
  boolean edge(int child, int parent) {
    return model(child) && (parent < 0 || (parent < models && model(parent)));
  }
}
