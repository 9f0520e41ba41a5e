package io.github.hubgenealogy.jobs.report;

import java.awt.FontMetrics;
import java.awt.Graphics;
import java.awt.geom.Rectangle2D;

/** How much room the bundled font takes, in AWT's words. */
final class OutlineMetrics extends FontMetrics {
  private static final long serialVersionUID = 1L;

  OutlineMetrics(OutlineFont font) {
    super(font);
  }

  private OutlineFont ours() {
    return (OutlineFont) font;
  }

  @Override
  public int getAscent() {
    return (int) Math.ceil(ours().ascent());
  }

  @Override
  public int getDescent() {
    return (int) Math.ceil(ours().descent());
  }

  @Override
  public int stringWidth(String text) {
    return (int) Math.ceil(ours().width(text));
  }

  @Override
  public int charWidth(char letter) {
    return stringWidth(String.valueOf(letter));
  }

  @Override
  public int charsWidth(char[] letters, int from, int count) {
    return stringWidth(new String(letters, from, count));
  }

  @Override
  public Rectangle2D getStringBounds(String text, Graphics context) {
    return ours().getStringBounds(text, null);
  }
}
