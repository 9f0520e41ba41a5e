package io.github.hubgenealogy.jobs.statistics;

import io.github.hubgenealogy.jobs.pipeline.StatisticsSettings;
import io.github.hubgenealogy.jobs.policy.Policy;
import io.github.hubgenealogy.jobs.statistics.graph.HubGraph;
import io.github.hubgenealogy.jobs.statistics.graph.PolicyGraph;
import io.github.hubgenealogy.lake.contract.TableContracts;
import java.util.BitSet;
import java.util.Map;
import java.util.TreeMap;

/**
 * Lineage that only prose tells, by month. What is read from prose is sometimes wrong and sometimes
 * missed: of the rate r that is seen the true one is r · precision / recall, both measured on cards
 * that a person read.
 */
final class Undeclared {
  private Undeclared() {}

  private record Counts(long models, long textOnly) {
    Counts plus(boolean told) {
      return new Counts(models + 1, textOnly + (told ? 1 : 0));
    }
  }

  /**
   * Adds.
   *
   * @param union the view of policy union
   */
  static void add(PolicyGraph union, StatisticsSettings settings, StatisticsRows rows) {
    HubGraph all = union.all();
    BitSet told = new BitSet(all.models());
    for (int e = 0; e < all.edges(); e++) {
      if (all.textOnly(e) && union.graph().parentCount(all.child(e)) == 0) {
        told.set(all.child(e));
      }
    }
    Growth.Months months = new Growth.Months();
    Map<String, Counts> counts = new TreeMap<>();
    counts.put("all", new Counts(0, 0));
    for (int model : union.vertices()) {
      if (all.isListed(model) && all.hasCard(model)) {
        boolean own = told.get(model);
        counts.merge(months.of(all.day(model)), new Counts(1, own ? 1 : 0), (a, b) -> a.plus(own));
        counts.merge("all", new Counts(1, own ? 1 : 0), (a, b) -> a.plus(own));
      }
    }
    counts.forEach((month, of) -> row(month, of, settings, rows));
    Counts of = counts.get("all");
    rows.figures()
        .of(Policy.UNION.word())
        .share("models_with_card", "undeclared_lineage", "", of.textOnly(), of.models());
  }

  private static void row(
      String month, Counts counts, StatisticsSettings settings, StatisticsRows rows) {
    Double corrected = null;
    Double low = null;
    Double high = null;
    if (counts.models() > 0) {
      double rate = (double) counts.textOnly() / counts.models();
      double precision = (double) settings.textPrecisionRight() / settings.textPrecisionOf();
      double recall = (double) settings.textRecallFound() / settings.textRecallOf();
      corrected = rate * precision / recall;
      // On the logarithmic scale the relative variances of the three proportions add up.
      double variance =
          relative(counts.textOnly(), counts.models())
              + relative(settings.textPrecisionRight(), settings.textPrecisionOf())
              + relative(settings.textRecallFound(), settings.textRecallOf());
      double factor = StrictMath.exp(DriftSums.Z95 * Math.sqrt(variance));
      low = Figures.rounded(Math.min(1, corrected / factor));
      high =
          Figures.rounded(counts.textOnly() == 0 ? null : (Double) Math.min(1, corrected * factor));
      low = counts.textOnly() == 0 ? null : low;
      corrected = Figures.rounded(Math.min(1, corrected));
    }
    rows.add(
        TableContracts.UNDECLARED,
        month,
        counts.models(),
        counts.textOnly(),
        Figures.ratio(counts.textOnly(), counts.models()),
        corrected,
        low,
        high);
  }

  /** (1 − p) / (n p): the squared relative error of a proportion. */
  private static double relative(long part, long whole) {
    return part == 0 ? 0 : (double) (whole - part) / ((double) whole * part);
  }
}
