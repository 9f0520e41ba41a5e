package io.github.hubgenealogy.simulator.churn;

import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * What has changed so far. Changes come with the records that lists give out; safe for use by
 * several threads.
 */
final class Changes {
  private static final long DOWNLOADS = 1_000;

  private final ChurnPlan plan;
  private final Set<Integer> deleted = ConcurrentHashMap.newKeySet();
  private final Map<Integer, String> renamed = new ConcurrentHashMap<>();
  private final Map<String, Integer> byNewName = new ConcurrentHashMap<>();
  private final Map<Integer, Integer> tagged = new ConcurrentHashMap<>();
  private final Map<Integer, Long> downloads = new ConcurrentHashMap<>();
  private long served;
  private int applied;
  private volatile int created;

  Changes(ChurnPlan plan) {
    this.plan = plan;
  }

  /** Applies what is due after so many more records. */
  synchronized void served(int records) {
    served += records;
    long due = Math.min(plan.events(), (long) (served * plan.rate()));
    while (applied < due) {
      apply(plan.event(applied++));
    }
  }

  private void apply(ChurnPlan.Event event) {
    int target = event.target();
    switch (event.kind()) {
      case CREATE -> created = Math.min(plan.reserve(), created + 1);
      case DELETE -> deleted.add(target);
      case RENAME -> {
        String name = "sim-renamed/Model-" + target;
        renamed.put(target, name);
        byNewName.put(name.toLowerCase(Locale.ROOT), target);
      }
      case RETAG -> tagged.merge(target, 1, Integer::sum);
      case DOWNLOAD -> downloads.merge(target, DOWNLOADS, Long::sum);
    }
  }

  /** How many models were created. */
  int created() {
    return created;
  }

  boolean isDeleted(int model) {
    return deleted.contains(model);
  }

  /** The new name, or null where there is none. */
  String newName(int model) {
    return renamed.get(model);
  }

  /** The model that was given a name, in any case, or −1. */
  int byNewName(String name) {
    return byNewName.getOrDefault(name.toLowerCase(Locale.ROOT), -1);
  }

  /** How often the model was tagged anew. */
  int tagged(int model) {
    return tagged.getOrDefault(model, 0);
  }

  /** Downloads that came in. */
  long downloads(int model) {
    return downloads.getOrDefault(model, 0L);
  }
}
