package io.github.hubgenealogy.jobs.report;

import java.util.regex.Matcher;

/**
 * One plot of the report.
 *
 * @param name of its SVG file and of every id in it
 * @param description what it shows, for those who do not see it
 * @param svg with colours as variables of the page
 * @param table behind it
 */
record Plot(
    String name, String title, String caption, String description, String svg, ReportTable table) {

  /** The plot as a file of its own: with its title, its caption and plain colours. */
  String file() {
    String head = "<title>" + xml(title) + "</title><desc>" + xml(caption) + "</desc>";
    return Palette.plain(svg).replaceFirst("(<svg[^>]*>)", "$1" + Matcher.quoteReplacement(head))
        + "\n";
  }

  private static String xml(String text) {
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
  }
}
