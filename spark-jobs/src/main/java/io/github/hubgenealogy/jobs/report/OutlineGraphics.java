package io.github.hubgenealogy.jobs.report;

import java.awt.Color;
import java.awt.Font;
import java.awt.FontMetrics;
import java.awt.Graphics;
import java.awt.Graphics2D;
import java.awt.Image;
import java.awt.geom.AffineTransform;
import java.awt.image.BufferedImage;
import java.awt.image.BufferedImageOp;
import java.awt.image.ImageObserver;
import java.awt.image.RenderedImage;
import java.awt.image.renderable.RenderableImage;
import java.text.AttributedCharacterIterator;

/**
 * Graphics that write letters as the shapes of {@link OutlineFont} and leave all else to another:
 * no font of the machine is measured or drawn, nor need there be one. One method a line of AWT's
 * contract.
 */
final class OutlineGraphics extends ForwardedGraphics {
  private static final String NO_IMAGES = "plots hold no images";

  private OutlineFont font;

  OutlineGraphics(Graphics2D to, OutlineFont font) {
    super(to);
    this.font = font;
  }

  @Override
  public Graphics create() {
    return new OutlineGraphics((Graphics2D) to.create(), font);
  }

  @Override
  public Font getFont() {
    return font;
  }

  /** Fonts of other kinds are JFreeChart's defaults for what we do not show. */
  @Override
  public void setFont(Font wanted) {
    if (wanted instanceof OutlineFont ours) {
      font = ours;
    }
  }

  @Override
  public FontMetrics getFontMetrics(Font wanted) {
    return new OutlineMetrics(wanted instanceof OutlineFont ours ? ours : font);
  }

  @Override
  public void drawString(String text, int x, int y) {
    to.fill(font.outline(text, x, y));
  }

  @Override
  public void drawString(String text, float x, float y) {
    to.fill(font.outline(text, x, y));
  }

  @Override
  public void drawString(AttributedCharacterIterator text, int x, int y) {
    drawString(text, (float) x, (float) y);
  }

  @Override
  public void drawString(AttributedCharacterIterator text, float x, float y) {
    StringBuilder plain = new StringBuilder();
    for (char c = text.first(); c != AttributedCharacterIterator.DONE; c = text.next()) {
      plain.append(c);
    }
    drawString(plain.toString(), x, y);
  }

  @Override
  public boolean drawImage(Image a, int b, int c, ImageObserver d) {
    throw new UnsupportedOperationException(NO_IMAGES);
  }

  @Override
  public boolean drawImage(Image a, int b, int c, int d, int e, ImageObserver f) {
    throw new UnsupportedOperationException(NO_IMAGES);
  }

  @Override
  public boolean drawImage(Image a, int b, int c, Color d, ImageObserver e) {
    throw new UnsupportedOperationException(NO_IMAGES);
  }

  @Override
  public boolean drawImage(Image a, int b, int c, int d, int e, Color f, ImageObserver g) {
    throw new UnsupportedOperationException(NO_IMAGES);
  }

  @Override
  public boolean drawImage(
      Image a, int b, int c, int d, int e, int f, int g, int h, int i, ImageObserver j) {
    throw new UnsupportedOperationException(NO_IMAGES);
  }

  @Override
  public boolean drawImage(
      Image a, int b, int c, int d, int e, int f, int g, int h, int i, Color j, ImageObserver k) {
    throw new UnsupportedOperationException(NO_IMAGES);
  }

  @Override
  public void drawRenderedImage(RenderedImage a, AffineTransform b) {
    throw new UnsupportedOperationException(NO_IMAGES);
  }

  @Override
  public void drawRenderableImage(RenderableImage a, AffineTransform b) {
    throw new UnsupportedOperationException(NO_IMAGES);
  }

  @Override
  public boolean drawImage(Image a, AffineTransform b, ImageObserver c) {
    throw new UnsupportedOperationException(NO_IMAGES);
  }

  @Override
  public void drawImage(BufferedImage a, BufferedImageOp b, int c, int d) {
    throw new UnsupportedOperationException(NO_IMAGES);
  }
}
