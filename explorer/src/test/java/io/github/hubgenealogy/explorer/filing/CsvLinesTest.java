package io.github.hubgenealogy.explorer.filing;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.StringWriter;
import java.util.Arrays;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

/** Cells of strangers in a spreadsheet. */
final class CsvLinesTest {
  private static String line(Object... values) {
    StringWriter out = new StringWriter();
    try {
      new CsvLines(out).line(Arrays.asList(values));
    } catch (IOException impossible) {
      throw new AssertionError(impossible);
    }
    return out.toString();
  }

  @Test
  void texts_are_quoted_numbers_plain_and_nothing_is_empty() {
    assertThat(line("a\"b", 7, null, true)).isEqualTo("\"a\"\"b\",7,,true\r\n");
  }

  @Property
  void no_cell_begins_as_a_formula_or_breaks_its_line(@ForAll String text) {
    String cell = line(text);
    assertThat(cell.chars().filter(c -> c == '\n')).hasSize(1);
    assertThat(cell.substring(1))
        .doesNotStartWith("=")
        .doesNotStartWith("+")
        .doesNotStartWith("-")
        .doesNotStartWith("@");
    String inside = cell.substring(1, cell.length() - 3).replace("\"\"", "");
    assertThat(inside).doesNotContain("\"");
  }

  @Test
  void the_usual_attacks_get_an_apostrophe() {
    for (String attack :
        new String[] {"=cmd|'/C calc'!A0", "+1", "-1", "@SUM(1)", "\t=1", "\r=1", "|x", "%x"}) {
      assertThat(line(attack)).startsWith("\"'");
    }
  }

  @Test
  void a_sheet_gets_a_name_that_stays_in_its_folder() {
    assertThat(CsvRecord.fileName(3, "../../etc/passwd")).isEqualTo("00003-.._.._etc_passwd.csv");
    assertThat(CsvRecord.fileName(1, null)).isEqualTo("00001-without-owner.csv");
    assertThat(CsvRecord.fileName(1, "x".repeat(500))).hasSize(70);
  }
}
