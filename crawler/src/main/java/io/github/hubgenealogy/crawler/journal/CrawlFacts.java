package io.github.hubgenealogy.crawler.journal;

import io.github.hubgenealogy.crawler.Tally;
import io.github.hubgenealogy.crawler.rate.BudgetReport;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** The facts of a seal: the counts of all parts of a crawl, by the words of their names. */
public final class CrawlFacts {
  private CrawlFacts() {}

  /** Sums the counts of some journals; {@code requests.200} becomes 200 inside requests. */
  public static Map<String, Object> of(List<Journal> journals, JournalStart start, String endedAt) {
    Map<String, Long> sums = new TreeMap<>();
    int parts = 0;
    for (Journal journal : journals) {
      for (JournalEntry entry : journal.entries()) {
        entry
            .counts()
            .forEach(
                (name, count) -> sums.merge(name, count, (a, b) -> Tally.together(name, a, b)));
        parts += entry.part() == null ? 0 : 1;
      }
    }
    Map<String, Object> facts = new TreeMap<>();
    sums.forEach((name, count) -> put(facts, name, count));
    facts.put("pace", BudgetReport.of(sums).facts());
    facts.put("endpoint", start.endpoint());
    facts.put("startedAt", start.startedAt());
    facts.put("endedAt", endedAt);
    facts.put("parts", parts);
    if (start.limit() >= 0) {
      facts.put("limit", start.limit());
    }
    return facts;
  }

  private static void put(Map<String, Object> map, String name, Long count) {
    int dot = name.indexOf('.');
    if (dot < 0 || name.substring(dot).equals(Tally.MOST)) {
      map.put(dot < 0 ? name : name.substring(0, dot), count);
      return;
    }
    @SuppressWarnings("unchecked") // only this method puts maps there
    Map<String, Object> inner =
        (Map<String, Object>)
            map.computeIfAbsent(name.substring(0, dot), key -> new TreeMap<String, Object>());
    put(inner, name.substring(dot + 1), count);
  }
}
