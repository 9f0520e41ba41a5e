package io.github.hubgenealogy.crawler.asking;

import java.nio.charset.StandardCharsets;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.CRC32;

/**
 * One of several shares of a work list, each crawled by a machine of its own. A repository belongs
 * to the share that the CRC-32 of its key, modulo their number, names.
 *
 * @param index from 0
 * @param count how many there are
 */
public record Shard(int index, int count) {
  private static final Pattern FORM = Pattern.compile("(\\d{1,4})/(\\d{1,4})");
  private static final int MOST = 1_000;

  public Shard {
    if (count < 1 || count > MOST || index < 0 || index >= count) {
      throw new IllegalArgumentException("no shard " + index + " of " + count);
    }
  }

  /**
   * Reads {@code I/N}. I counts from 0; N means 0, so that who counts from 1 names each share once
   * too.
   *
   * @throws IllegalArgumentException for any other text
   */
  public static Shard of(String text) {
    Matcher form = FORM.matcher(text);
    if (!form.matches()) {
      throw new IllegalArgumentException("'" + text + "' is no shard I/N, such as 0/4");
    }
    int index = Integer.parseInt(form.group(1));
    int count = Integer.parseInt(form.group(2));
    return new Shard(index == count ? 0 : index, count);
  }

  /** Whether a key is of this share. */
  public boolean has(String key) {
    CRC32 hash = new CRC32();
    hash.update(key.getBytes(StandardCharsets.UTF_8));
    return hash.getValue() % count == index;
  }

  @Override
  public String toString() {
    return index + "/" + count;
  }
}
