package io.github.hubgenealogy.jobs.sample;

import com.fasterxml.jackson.databind.MappingIterator;
import com.fasterxml.jackson.dataformat.csv.CsvMapper;
import com.fasterxml.jackson.dataformat.csv.CsvSchema;
import io.github.hubgenealogy.lake.command.Fault;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * A sheet that came back: how many edges, and how many relations, of each stratum are right. Unsure
 * and empty cells count as not coded.
 */
final class CodedSheet {
  private final Path file;
  private final String column;
  private final SortedMap<Stratum, Coded> strata = new TreeMap<>();

  /**
   * What was coded of one stratum.
   *
   * @param size its edges in the snapshot
   */
  private record Coded(long size, int rows, int coded, int right) {
    Coded plus(Boolean verdict) {
      return new Coded(
          size,
          rows + 1,
          coded + (verdict == null ? 0 : 1),
          right + (Boolean.TRUE.equals(verdict) ? 1 : 0));
    }
  }

  private CodedSheet(Path file, String column) {
    this.file = file;
    this.column = column;
  }

  /** Lines that tell the precision of the edges and of their relations. */
  static List<String> precision(Path file) throws IOException {
    List<String> lines = new ArrayList<>();
    for (String column : List.of(CodingSheet.EDGE_CORRECT, CodingSheet.RELATION_CORRECT)) {
      CodedSheet sheet = new CodedSheet(file, column);
      sheet.read();
      lines.addAll(sheet.lines());
    }
    return lines;
  }

  private void read() throws IOException {
    if (!Files.isReadable(file)) {
      throw bad("no such sheet", "Name the CSV file that sample --edges wrote, filled in.");
    }
    CsvSchema schema = CsvSchema.emptySchema().withHeader();
    try (MappingIterator<Map<String, String>> rows =
        new CsvMapper().readerFor(Map.class).with(schema).readValues(file.toFile())) {
      while (rows.hasNext()) {
        Map<String, String> row = rows.next();
        int line = rows.getCurrentLocation().getLineNr();
        Stratum stratum =
            new Stratum(
                cell(row, CodingSheet.RELATION_COLUMN, line),
                cell(row, CodingSheet.BASIS_COLUMN, line));
        long size = size(row, line);
        Coded known = strata.getOrDefault(stratum, new Coded(size, 0, 0, 0));
        strata.put(stratum, known.plus(verdict(row, line)));
      }
    } catch (com.fasterxml.jackson.core.JacksonException | IllegalStateException notCsv) {
      throw bad("this is no CSV", "Save the sheet as comma-separated values.");
    }
  }

  private Fault bad(String what, String todo) {
    return Fault.badInput(what, file.toString(), todo);
  }

  private String cell(Map<String, String> row, String name, int line) {
    String value = row.get(name);
    if (value == null) {
      throw bad(
          "line " + line + " has no column " + name, "Keep the columns that sample --edges wrote.");
    }
    return value.strip();
  }

  private long size(Map<String, String> row, int line) {
    String text = cell(row, CodingSheet.SIZE_COLUMN, line);
    try {
      return Long.parseLong(text);
    } catch (NumberFormatException notWhole) {
      throw bad(
          "line " + line + ": " + CodingSheet.SIZE_COLUMN + " is no whole number",
          "Leave that column as it was written.");
    }
  }

  private Boolean verdict(Map<String, String> row, int line) {
    return switch (cell(row, column, line).toLowerCase(Locale.ROOT)) {
      case "yes", "y", "1", "true" -> true;
      case "no", "n", "0", "false" -> false;
      case "", "unsure", "?" -> null;
      default ->
          throw bad(
              "line " + line + ": " + column + " is neither yes, no nor unsure",
              "Write one of the three.");
    };
  }

  private List<String> lines() {
    List<String> lines = new ArrayList<>();
    lines.add(column + " (95 % Wilson intervals; unsure and empty cells are left out)");
    strata.forEach(
        (stratum, coded) ->
            lines.add(
                line(
                    stratum.relation() + ", " + stratum.basis(),
                    coded.right() + " of " + coded.coded() + " coded of " + coded.rows(),
                    Wilson.of(coded.right(), coded.coded()))));
    long uncoded = strata.values().stream().filter(coded -> coded.coded() == 0).count();
    lines.add(
        line(
            "all, weighted by the strata's sizes",
            uncoded == 0 ? "" : uncoded + " strata without a coded row left out",
            overall()));
    return lines;
  }

  private static String line(String what, String counts, Wilson wilson) {
    String share =
        wilson.share() == null
            ? "nothing coded"
            : String.format(
                Locale.ROOT, "%.4f [%.4f, %.4f]", wilson.share(), wilson.low(), wilson.high());
    return String.format(Locale.ROOT, "  %-40s %-28s %s", what, counts, share);
  }

  /**
   * The strata together: the share is the sum of theirs by weight, the interval Wilson's with the
   * effective number of trials, the one at which an unstratified draw would have the variance of
   * this one. A stratum's own variance is taken with one right and one wrong more, since it would
   * be nought where all are right.
   */
  private Wilson overall() {
    double all = strata.values().stream().filter(c -> c.coded() > 0).mapToDouble(Coded::size).sum();
    double share = 0;
    double smoothed = 0;
    double variance = 0;
    for (Coded coded : strata.values()) {
      if (coded.coded() > 0) {
        double weight = coded.size() / all;
        double p = (coded.right() + 1.0) / (coded.coded() + 2.0);
        share += weight * coded.right() / coded.coded();
        smoothed += weight * p;
        variance += weight * weight * p * (1 - p) / coded.coded();
      }
    }
    if (variance == 0) {
      return Wilson.of(0, 0);
    }
    double trials = smoothed * (1 - smoothed) / variance;
    return Wilson.of(share * trials, trials);
  }
}
