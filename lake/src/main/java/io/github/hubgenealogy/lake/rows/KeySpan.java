package io.github.hubgenealogy.lake.rows;

import java.io.Serializable;
import java.util.Arrays;

/**
 * A range of string keys in the order of their UTF-8 bytes.
 *
 * @param from the first key that is in it; null for no bound
 * @param to the first key that is not in it any more; null for no bound
 */
public record KeySpan(byte[] from, byte[] to) implements Serializable {
  /** Every key. */
  public static final KeySpan ALL = new KeySpan(null, null);

  /** Whether a key comes before all that are in it. */
  public boolean isAfter(byte[] key) {
    return from != null && Arrays.compareUnsigned(key, from) < 0;
  }

  /** Whether a key comes after all that are in it. */
  public boolean isBefore(byte[] key) {
    return to != null && Arrays.compareUnsigned(key, to) >= 0;
  }
}
