package io.github.hubgenealogy.explorer.filing;

import io.github.hubgenealogy.lake.command.Printable;
import java.io.IOException;
import java.io.Writer;

/** Writes elements of HTML; every text is escaped, and what would reorder or hide it spelt out. */
final class Html {
  private final Writer out;

  Html(Writer out) {
    this.out = out;
  }

  static String escaped(Object value) {
    if (value == null) {
      return "";
    }
    String text = Printable.line(value.toString());
    StringBuilder safe = new StringBuilder(text.length() + 16);
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      switch (c) {
        case '&' -> safe.append("&amp;");
        case '<' -> safe.append("&lt;");
        case '>' -> safe.append("&gt;");
        case '"' -> safe.append("&quot;");
        case '\'' -> safe.append("&#39;");
        default -> safe.append(c);
      }
    }
    return safe.toString();
  }

  /** Markup of ours, as it is. */
  Html raw(String markup) throws IOException {
    out.write(markup);
    return this;
  }

  /** An element with a text. */
  Html element(String name, Object text) throws IOException {
    out.write("<" + name + ">" + escaped(text) + "</" + name + ">\n");
    return this;
  }

  /** A row of cells. */
  Html row(Object... cells) throws IOException {
    return row("td", cells);
  }

  Html head(Object... cells) throws IOException {
    out.write("<table><thead>");
    row("th", cells);
    out.write("</thead><tbody>\n");
    return this;
  }

  Html foot() throws IOException {
    return raw("</tbody></table>\n");
  }

  private Html row(String cell, Object... cells) throws IOException {
    out.write("<tr>");
    for (Object each : cells) {
      out.write("<" + cell + ">" + escaped(each) + "</" + cell + ">");
    }
    out.write("</tr>\n");
    return this;
  }
}
