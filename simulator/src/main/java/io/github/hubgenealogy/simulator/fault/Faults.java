package io.github.hubgenealogy.simulator.fault;

import io.github.hubgenealogy.simulator.chance.Chance;
import io.github.hubgenealogy.simulator.chance.Question;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Decides which faults befall a request: by hashing the request and how often in a row it failed,
 * so that neither other requests nor threads change the outcome. Only failed requests are
 * remembered, until they succeed.
 */
public final class Faults {
  private final FaultSettings settings;
  private final Chance chance;
  private final Map<Long, Integer> failures = new ConcurrentHashMap<>();

  public Faults(FaultSettings settings) {
    this.settings = settings;
    this.chance = new Chance(settings.seed());
  }

  /** What befalls this attempt at a request. */
  public Set<FaultKind> of(String request) {
    Set<FaultKind> faults = EnumSet.noneOf(FaultKind.class);
    if (settings.rates().isEmpty()) {
      return faults;
    }
    long subject = hash(request);
    int attempt = failures.getOrDefault(subject, 0);
    settings
        .rates()
        .forEach(
            (kind, rate) -> {
              long stream = Chance.mix(subject ^ Chance.mix(kind.word().hashCode()));
              if (chance.unit(stream, Question.FAULT, attempt) < rate) {
                faults.add(kind);
              }
            });
    if (faults.isEmpty()) {
      failures.remove(subject);
    } else {
      failures.merge(subject, 1, Integer::sum);
    }
    return faults;
  }

  private static long hash(String text) {
    long hash = 0xCBF29CE484222325L;
    for (int i = 0; i < text.length(); i++) {
      hash = (hash ^ text.charAt(i)) * 0x100000001B3L;
    }
    return Chance.mix(hash);
  }
}
