package io.github.hubgenealogy.jobs.cards;

import java.io.IOException;
import java.io.Reader;
import java.io.StringReader;

/**
 * A text for the YAML scanner, which copies all that it has of a word or a line with each kilobyte
 * that it reads on: a word of a megabyte costs it two gigabytes of copies, one of 128 kB 33 MB. So
 * what it reads between one token and the next, which may be two values, is bounded. The longest
 * value in real cards has 61,000 characters.
 */
final class PacedText extends Reader {
  private static final int MOST_BETWEEN_TOKENS = 128 << 10;

  private final StringReader text;
  private int sinceToken;
  private boolean exceeded;

  PacedText(String text) {
    this.text = new StringReader(text);
  }

  /** Says that a token was found. */
  void token() {
    sinceToken = 0;
  }

  /** Whether reading ended because of the bound. */
  boolean exceeded() {
    return exceeded;
  }

  @Override
  public int read(char[] buffer, int offset, int length) throws IOException {
    if (sinceToken > MOST_BETWEEN_TOKENS) {
      exceeded = true;
      throw new IOException("a value of more than " + MOST_BETWEEN_TOKENS + " characters");
    }
    int read = text.read(buffer, offset, length);
    sinceToken += Math.max(0, read);
    return read;
  }

  @Override
  public void close() {
    text.close();
  }
}
