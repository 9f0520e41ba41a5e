package io.github.hubgenealogy.jobs.statistics.tail;

import org.apache.commons.math3.util.FastMath;

/** Sums of powers, to about 12 digits. FastMath is plain Java: the same bits everywhere. */
final class Zeta {
  /** From here the Euler-Maclaurin series takes over from adding up. */
  private static final double FAR = 12;

  private Zeta() {}

  /** Hurwitz's ζ(s, q) = Σ (q + k)^−s over k ≥ 0, for s above 1 and q of at least 1. */
  static double hurwitz(double s, double q) {
    double sum = 0;
    double a = q;
    while (a < FAR) {
      sum += FastMath.pow(a, -s);
      a++;
    }
    double power = FastMath.pow(a, -s);
    double term = s * power / a;
    double series = a * power / (s - 1) + power / 2 + term / 12;
    term *= (s + 1) * (s + 2) / (a * a);
    series -= term / 720;
    term *= (s + 3) * (s + 4) / (a * a);
    series += term / 30240;
    term *= (s + 5) * (s + 6) / (a * a);
    return sum + series - term / 1209600;
  }

  /** Σ x^−s e^(−rate x) over x ≥ from, an exponential cutoff upon the power. */
  static double truncated(double s, double rate, long from) {
    if (rate <= 0) {
      return hurwitz(s, (double) from);
    }
    double sum = 0;
    double a = (double) from;
    for (int k = 0; k < 30; k++, a++) {
      sum += FastMath.exp(-s * FastMath.log(a) - rate * a);
    }
    double first = FastMath.exp(-s * FastMath.log(a) - rate * a);
    // ∫ from a of x^−s e^(−rate x) dx with x = a e^u, by Simpson's rule.
    double end = FastMath.log(1 + 45 / (rate * a));
    if (s > 1.01) {
      end = Math.min(end, 40 / (s - 1));
    }
    int steps = 240;
    double width = end / steps;
    double integral = 0;
    for (int i = 0; i <= steps; i++) {
      double u = i * width;
      double value = FastMath.exp((1 - s) * u - rate * a * (FastMath.exp(u) - 1));
      integral += value * (i == 0 || i == steps ? 1 : i % 2 == 1 ? 4 : 2);
    }
    integral *= width / 3 * a * first;
    return sum + integral + first / 2 + first * (s / a + rate) / 12;
  }
}
