package io.github.hubgenealogy.simulator.fault;

import java.time.Duration;
import java.util.EnumMap;
import java.util.Map;

/**
 * Which faults there are.
 *
 * @param rates the share of requests that each befalls; one that is not named befalls none
 * @param seed they follow from it
 * @param slowFor how long a slow body takes
 * @param stallFor how long a stalled connection stays open
 * @param burst the most requests of one caller in a second before the hidden limiter refuses; 0 for
 *     no such limiter
 */
public record FaultSettings(
    Map<FaultKind, Double> rates, long seed, Duration slowFor, Duration stallFor, int burst) {

  /** Nothing goes wrong. */
  public static final FaultSettings NONE = of(Map.of(), 0);

  public FaultSettings {
    rates = rates.isEmpty() ? Map.of() : Map.copyOf(new EnumMap<>(rates));
    rates.forEach(
        (kind, rate) -> {
          if (!(rate >= 0 && rate <= 1)) {
            throw new IllegalArgumentException(
                "the rate of fault " + kind.word() + " is between 0 and 1, not " + rate);
          }
        });
    if (burst < 0 || slowFor.isNegative() || stallFor.isNegative()) {
      throw new IllegalArgumentException("a burst and durations are not negative");
    }
  }

  public static FaultSettings of(Map<FaultKind, Double> rates, long seed) {
    return new FaultSettings(rates, seed, Duration.ofSeconds(2), Duration.ofSeconds(60), 0);
  }

  /** Reads {@code KIND=RATE} texts. */
  public static Map<FaultKind, Double> parse(Iterable<String> texts) {
    Map<FaultKind, Double> rates = new EnumMap<>(FaultKind.class);
    for (String text : texts) {
      int equals = text.indexOf('=');
      FaultKind kind =
          FaultKind.of(equals < 0 ? text : text.substring(0, equals))
              .orElseThrow(
                  () ->
                      new IllegalArgumentException(
                          "'" + text + "' names no fault; there are " + FaultKind.words()));
      try {
        rates.put(kind, Double.parseDouble(text.substring(equals + 1)));
      } catch (NumberFormatException notNumber) {
        throw new IllegalArgumentException(
            "'" + text + "' has no rate; write it as " + kind.word() + "=0.01", notNumber);
      }
    }
    return rates;
  }
}
