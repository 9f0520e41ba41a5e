package io.github.hubgenealogy.crawler.rate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;

final class BudgetReportTest {
  private static Map<String, Long> counts() {
    Map<String, Long> counts = new HashMap<>();
    counts.put("budget.api.requests", 2400L);
    counts.put("budget.api.charged", 2400L);
    counts.put("budget.api.plan_quota.most", 1000L);
    counts.put("budget.api.plan_window_seconds.most", 300L);
    counts.put("budget.api.in_flight.most", 2L);
    counts.put("budget.api.latency.micros", 2400 * 200_000L);
    counts.put("budget.api.windows", 2L);
    counts.put("budget.api.used", 1998L);
    counts.put("budget.api.quota", 2000L);
    counts.put("budget.api.waited.micros", 120_500_000L);
    counts.put("budget.resolvers.requests", 10L);
    counts.put("elapsed.millis", 646_400L);
    counts.put("requests.200", 2400L);
    return counts;
  }

  @Test
  void the_least_is_all_windows_but_the_last_and_the_rest_at_the_measured_latency() {
    BudgetReport report = BudgetReport.of(counts());
    // ⌈2400/1000⌉ − 1 = 2 windows of 300 s, and 400 requests of 0.2 s, two at a time.
    assertThat(report.least()).isCloseTo(640, within(1e-9));
    assertThat(report.ratio()).isCloseTo(1.01, within(1e-9));
    assertThat(report.buckets().get("api").share()).isCloseTo(0.999, within(1e-9));
    assertThat(report.sentences())
        .containsExactly(
            "api: 2400 requests, 2400 of them charged, 1000 a 300 s allowed, 2 full windows, 99.9 % of their 2000 used,"
                + " waited 120.5 s",
            "resolvers: 10 requests, 0 of them charged, no limit announced, no full window, waited 0.0 s",
            "took 646.4 s; the plan allows no less than 640.0 s: ratio 1.010");
    assertThat(report.facts().get("elapsed_to_least")).isEqualTo(1.01);
  }

  @Test
  void where_all_fits_into_one_window_the_plan_sets_no_pace() {
    Map<String, Long> counts = counts();
    counts.put("budget.api.requests", 1000L);
    counts.put("budget.api.charged", 1000L);
    BudgetReport report = BudgetReport.of(counts);
    assertThat(report.ratio()).isNaN();
    assertThat(report.facts()).doesNotContainKey("elapsed_to_least");
  }
}
