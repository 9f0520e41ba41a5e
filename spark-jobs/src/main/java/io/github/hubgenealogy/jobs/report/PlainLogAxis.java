package io.github.hubgenealogy.jobs.report;

import java.awt.Graphics2D;
import java.awt.geom.Rectangle2D;
import java.util.ArrayList;
import java.util.List;
import org.jfree.chart.axis.AxisState;
import org.jfree.chart.axis.LogAxis;
import org.jfree.chart.axis.LogTick;
import org.jfree.chart.axis.NumberTick;
import org.jfree.chart.ui.RectangleEdge;

/**
 * A logarithmic axis whose marks are plain strings: the attributed ones of its kind are laid out by
 * AWT with the machine's fonts.
 */
final class PlainLogAxis extends LogAxis {
  private static final long serialVersionUID = 1L;

  PlainLogAxis(String label) {
    super(label);
  }

  @Override
  public List<?> refreshTicks(
      Graphics2D graphics, AxisState state, Rectangle2D area, RectangleEdge edge) {
    List<Object> plain = new ArrayList<>();
    for (Object tick : super.refreshTicks(graphics, state, area, edge)) {
      plain.add(
          tick instanceof LogTick mark
              ? new NumberTick(
                  mark.getTickType(),
                  mark.getValue(),
                  mark.getAttributedLabel() == null
                      ? ""
                      : getNumberFormatOverride().format(mark.getValue()),
                  mark.getTextAnchor(),
                  mark.getTextAnchor(),
                  0)
              : tick);
    }
    return plain;
  }
}
