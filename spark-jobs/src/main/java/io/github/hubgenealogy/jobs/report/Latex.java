package io.github.hubgenealogy.jobs.report;

import io.github.hubgenealogy.lake.command.Printable;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/**
 * A table for a paper: a float with booktabs rules, policy and numbers in its caption. What an id
 * holds is text to LaTeX, whatever it is.
 */
final class Latex {
  /** Longer tables are for machines: the rest is in the CSV. */
  private static final int MOST_ROWS = 60;

  private Latex() {}

  static byte[] of(ReportTable table) {
    ReportTable plain = table.plain();
    StringBuilder text = new StringBuilder(256);
    text.append("% \\usepackage{booktabs}\n\\begin{table}\n\\centering\n\\caption{")
        .append(escaped(plain.title() + ". " + plain.caption()))
        .append(rest(plain.rows().size()))
        .append("}\n\\label{tab:hubgen-")
        .append(plain.name())
        .append("}\n\\begin{tabular}{")
        .append(columns(plain))
        .append("}\n\\toprule\n")
        .append(plain.header().stream().map(Latex::escaped).collect(Collectors.joining(" & ")))
        .append(" \\\\\n\\midrule\n");
    for (List<Object> row : plain.rows().subList(0, Math.min(MOST_ROWS, plain.rows().size()))) {
      text.append(row.stream().map(Latex::cell).collect(Collectors.joining(" & ")))
          .append(" \\\\\n");
    }
    text.append("\\bottomrule\n\\end{tabular}\n\\end{table}\n");
    return text.toString().getBytes(StandardCharsets.UTF_8);
  }

  private static String rest(int rows) {
    return rows <= MOST_ROWS ? "" : " The first " + MOST_ROWS + " of " + rows + " rows.";
  }

  private static String columns(ReportTable table) {
    StringBuilder columns = new StringBuilder();
    for (int i = 0; i < table.header().size(); i++) {
      int column = i;
      columns.append(
          table.rows().stream().anyMatch(row -> row.get(column) instanceof String) ? 'l' : 'r');
    }
    return columns.toString();
  }

  private static String cell(Object value) {
    if (value == null) {
      return "--";
    }
    if (value instanceof Double number) {
      return String.format(Locale.ROOT, "%.4g", number);
    }
    if (value instanceof Number number) {
      return String.format(Locale.ROOT, "%,d", number.longValue()).replace(",", "\\,");
    }
    return escaped((String) value);
  }

  /** Each character that means something to TeX is spelt as itself. */
  static String escaped(String text) {
    StringBuilder safe = new StringBuilder();
    Printable.line(text)
        .codePoints()
        .forEach(
            c -> {
              switch (c) {
                case '\\' -> safe.append("\\textbackslash{}");
                case '~' -> safe.append("\\textasciitilde{}");
                case '^' -> safe.append("\\textasciicircum{}");
                case '{', '}', '$', '&', '#', '_', '%' -> safe.append('\\').appendCodePoint(c);
                case '·' -> safe.append("\\textperiodcentered{}");
                case '–' -> safe.append("--");
                case '≥' -> safe.append("$\\geq$");
                case '→' -> safe.append("$\\to$");
                default -> safe.appendCodePoint(c);
              }
            });
    return safe.toString();
  }
}
