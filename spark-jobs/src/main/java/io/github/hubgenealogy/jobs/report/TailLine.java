package io.github.hubgenealogy.jobs.report;

import io.github.hubgenealogy.jobs.statistics.tail.TailCurves;
import io.github.hubgenealogy.jobs.tables.Columns;
import io.github.hubgenealogy.lake.contract.TableContracts;
import java.util.Locale;

/** One row of table tails, to draw and to put into words. */
final class TailLine {
  private static final double BOUND = 0.1;

  private final Object[] row;

  TailLine(Object[] row) {
    this.row = row;
  }

  private Number number(String column) {
    return (Number) row[TableContracts.TAILS.indexOf(column)];
  }

  double xMin() {
    return number(Columns.X_MIN).doubleValue();
  }

  /** How many values of at least x the power law expects. */
  double powerLaw(double x) {
    return number(Columns.N_TAIL).doubleValue()
        * TailCurves.powerLaw(number(Columns.ALPHA).doubleValue(), xMin(), x);
  }

  /** How many the lognormal expects. */
  double lognormal(double x) {
    return number(Columns.N_TAIL).doubleValue()
        * TailCurves.lognormal(
            number(Columns.LOGNORMAL_MU).doubleValue(),
            number(Columns.LOGNORMAL_SIGMA).doubleValue(),
            xMin(),
            x);
  }

  /** What the fit is worth: heavy-tailed, unless the power law wins. */
  String sentence() {
    boolean wins = "power_law".equals(row[TableContracts.TAILS.indexOf(Columns.VERDICT)]);
    String fit =
        String.format(
            Locale.ROOT,
            "Tail under union from %,d on (%,d values): exponent %.2f ± %.2f, p = %.2f",
            number(Columns.X_MIN).longValue(),
            number(Columns.N_TAIL).longValue(),
            number(Columns.ALPHA).doubleValue(),
            number(Columns.ALPHA_ERROR).doubleValue(),
            number(Columns.P).doubleValue());
    if (wins) {
      return fit
          + ". A power law: it is not refused, it is better than a lognormal, and a cutoff adds nothing.";
    }
    StringBuilder why = new StringBuilder();
    if (number(Columns.P).doubleValue() < BOUND) {
      why.append("the power law is refused");
    }
    if (number(Columns.LOGNORMAL_RATIO).doubleValue() < 0
        && number(Columns.LOGNORMAL_P).doubleValue() < BOUND) {
      why.append(why.isEmpty() ? "" : ", ").append("a lognormal fits better");
    }
    if (number(Columns.TRUNCATED_P).doubleValue() < BOUND) {
      why.append(why.isEmpty() ? "" : ", ").append("a cutoff fits better");
    }
    return fit
        + (why.isEmpty()
            ? ". Heavy-tailed: a power law is not refused, but no better than a lognormal."
            : ". Heavy-tailed, no power law: " + why + ".");
  }
}
