package io.github.hubgenealogy.jobs.report;

import java.awt.Font;
import java.awt.Shape;
import java.awt.font.FontRenderContext;
import java.awt.font.LineMetrics;
import java.awt.geom.AffineTransform;
import java.awt.geom.Path2D;
import java.awt.geom.Rectangle2D;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import org.apache.fontbox.ttf.TTFParser;
import org.apache.fontbox.ttf.TrueTypeFont;
import org.apache.pdfbox.io.RandomAccessReadBuffer;

/**
 * The bundled font, Liberation Sans, as outlines read by fontbox. It is an AWT font in name alone,
 * since JFreeChart passes fonts as such: whatever would lead AWT to the machine's fonts is answered
 * here.
 */
final class OutlineFont extends Font {
  private static final long serialVersionUID = 1L;
  private static final String FILE = "/org/apache/pdfbox/resources/ttf/LiberationSans-Regular.ttf";

  private final transient TrueTypeFont letters;
  private final double scale;

  private OutlineFont(TrueTypeFont letters, float size) {
    super("bundled", PLAIN, Math.round(size));
    this.pointSize = size;
    this.letters = letters;
    try {
      this.scale = size / (double) letters.getUnitsPerEm();
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }

  /** The font at a size in pixels. */
  static OutlineFont bundled(float size) {
    try (InputStream file = OutlineFont.class.getResourceAsStream(FILE)) {
      return new OutlineFont(new TTFParser().parse(new RandomAccessReadBuffer(file)), size);
    } catch (IOException broken) {
      throw new UncheckedIOException("the report's font cannot be read", broken);
    }
  }

  /** The same font at another size. */
  OutlineFont at(float size) {
    return new OutlineFont(letters, size);
  }

  /** The letters' shapes, the first beginning at a point of the base line. */
  Shape outline(String text, double x, double y) {
    Path2D all = new Path2D.Double();
    double at = x;
    try {
      for (int point : text.codePoints().toArray()) {
        int glyph = letters.getUnicodeCmapLookup().getGlyphId(point);
        var shape = letters.getGlyph().getGlyph(glyph);
        if (shape != null) {
          all.append(
              new AffineTransform(scale, 0, 0, -scale, at, y)
                  .createTransformedShape(shape.getPath()),
              false);
        }
        at += scale * letters.getAdvanceWidth(glyph);
      }
    } catch (IOException broken) {
      throw new UncheckedIOException(broken);
    }
    return all;
  }

  /** How far the text reaches, in pixels. */
  double width(String text) {
    double width = 0;
    try {
      for (int point : text.codePoints().toArray()) {
        width += scale * letters.getAdvanceWidth(letters.getUnicodeCmapLookup().getGlyphId(point));
      }
    } catch (IOException broken) {
      throw new UncheckedIOException(broken);
    }
    return width;
  }

  double ascent() {
    try {
      return scale * letters.getHorizontalHeader().getAscender();
    } catch (IOException broken) {
      throw new UncheckedIOException(broken);
    }
  }

  /** Below the base line, as a positive number. */
  double descent() {
    try {
      return -scale * letters.getHorizontalHeader().getDescender();
    } catch (IOException broken) {
      throw new UncheckedIOException(broken);
    }
  }

  @Override
  public LineMetrics getLineMetrics(String text, FontRenderContext context) {
    return new OutlineLine(this, text.length());
  }

  @Override
  public Rectangle2D getStringBounds(String text, FontRenderContext context) {
    return new Rectangle2D.Double(0, -ascent(), width(text), ascent() + descent());
  }

  @Override
  public Font deriveFont(float size) {
    return at(size);
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof OutlineFont font
        && font.letters == letters
        && Double.compare(font.scale, scale) == 0;
  }

  @Override
  public int hashCode() {
    return Double.hashCode(scale);
  }
}
