package io.github.hubgenealogy.jobs.statistics.tail;

import java.util.function.LongToDoubleFunction;
import java.util.function.ToDoubleBiFunction;
import org.apache.commons.math3.exception.TooManyEvaluationsException;
import org.apache.commons.math3.optim.InitialGuess;
import org.apache.commons.math3.optim.MaxEval;
import org.apache.commons.math3.optim.nonlinear.scalar.GoalType;
import org.apache.commons.math3.optim.nonlinear.scalar.ObjectiveFunction;
import org.apache.commons.math3.optim.nonlinear.scalar.noderiv.NelderMeadSimplex;
import org.apache.commons.math3.optim.nonlinear.scalar.noderiv.SimplexOptimizer;
import org.apache.commons.math3.special.Erf;
import org.apache.commons.math3.util.FastMath;

/**
 * What else the tail above the power law's x_min could be: a lognormal, cut into integers, and a
 * power law with an exponential cutoff, both by greatest likelihood.
 */
final class Rivals {
  private static final int MOST_EVALUATIONS = 1500;
  private static final double LOG_ROOT_2PI = 0.9189385332046727;

  /** A lognormal wider than this is a power law in all but name: its μ runs away. */
  private static final double WIDEST = 20;

  /** The ratio of one rival: who fits better, and whether that is more than chance. */
  record Comparison(double first, double second, double ratio, double p) {}

  private final Sample sample;
  private final PowerLaw fit;

  Rivals(Sample sample, PowerLaw fit) {
    this.sample = sample;
    this.fit = fit;
  }

  /** μ, σ, Vuong's normalised ratio and its two-sided p. */
  Comparison lognormal() {
    double n = (double) fit.inTail();
    double mean = sample.logs[fit.place()] / n;
    double square = 0;
    for (int i = fit.place(); i < sample.values.length; i++) {
      double distance = FastMath.log((double) sample.values[i]) - mean;
      square += sample.counts[i] * distance * distance;
    }
    double spread = Math.max(0.1, Math.sqrt(square / n));
    // The best is often far to the left, where the lognormal looks like a power law.
    double[] best = null;
    double most = Double.NEGATIVE_INFINITY;
    for (double shift : new double[] {0, 3, 12}) {
      double[] found =
          maximum(
              new double[] {mean - shift * spread, FastMath.log(spread * (1 + shift / 2))},
              (mu, logSigma) ->
                  FastMath.exp(logSigma) > WIDEST
                      ? Double.NEGATIVE_INFINITY
                      : likelihood(lognormal(mu, FastMath.exp(logSigma))));
      double reached = likelihood(lognormal(found[0], FastMath.exp(found[1])));
      if (reached > most) {
        most = reached;
        best = found;
      }
    }
    LongToDoubleFunction rival = lognormal(best[0], FastMath.exp(best[1]));
    double ratio = 0;
    double squares = 0;
    for (int i = fit.place(); i < sample.values.length; i++) {
      double difference =
          fit.logProbability(sample.values[i]) - rival.applyAsDouble(sample.values[i]);
      ratio += sample.counts[i] * difference;
      squares += sample.counts[i] * difference * difference;
    }
    double deviation = Math.sqrt(Math.max(0, squares / n - ratio / n * (ratio / n)));
    double normalised = deviation == 0 ? 0 : ratio / (deviation * Math.sqrt(n));
    return new Comparison(
        best[0], FastMath.exp(best[1]), normalised, Erf.erfc(Math.abs(normalised) / Math.sqrt(2)));
  }

  /** α, λ, the log likelihood ratio, and its p: the power law is the case λ = 0. */
  Comparison truncated() {
    double[] best =
        maximum(
            new double[] {fit.alpha(), -FastMath.log((double) sample.largest())},
            (alpha, logRate) -> likelihood(truncated(alpha, FastMath.exp(logRate))));
    double rate = FastMath.exp(best[1]);
    double ratio =
        Math.min(0, likelihood(fit::logProbability) - likelihood(truncated(best[0], rate)));
    return new Comparison(best[0], rate, ratio, Erf.erfc(Math.sqrt(-ratio)));
  }

  private double likelihood(LongToDoubleFunction logProbability) {
    double sum = 0;
    for (int i = fit.place(); i < sample.values.length; i++) {
      sum += sample.counts[i] * logProbability.applyAsDouble(sample.values[i]);
    }
    return Double.isNaN(sum) ? Double.NEGATIVE_INFINITY : sum;
  }

  private LongToDoubleFunction truncated(double alpha, double rate) {
    double whole = FastMath.log(Zeta.truncated(alpha, rate, fit.xMin()));
    return x -> -alpha * FastMath.log((double) x) - rate * x - whole;
  }

  /** ln of the mass between x − ½ and x + ½, given that x is at least x_min. */
  private LongToDoubleFunction lognormal(double mu, double sigma) {
    double whole = logTail((FastMath.log(fit.xMin() - 0.5) - mu) / sigma);
    return x -> {
      double z = (FastMath.log((double) x) - mu) / sigma;
      if (x > 50) {
        // So narrow that the density's middle is the mass.
        return -FastMath.log(x * sigma) - LOG_ROOT_2PI - z * z / 2 - whole;
      }
      double left = logTail((FastMath.log(x - 0.5) - mu) / sigma);
      double right = logTail((FastMath.log(x + 0.5) - mu) / sigma);
      return left + FastMath.log(-FastMath.expm1(right - left)) - whole;
    };
  }

  /** ln of the standard normal's mass above z, also where that mass has no double. */
  static double logTail(double z) {
    if (z < 6) {
      return FastMath.log(0.5 * Erf.erfc(z / Math.sqrt(2)));
    }
    double s = 1 / (z * z);
    double series = 1 - s * (1 - 3 * s * (1 - 5 * s * (1 - 7 * s * (1 - 9 * s))));
    return -z * z / 2 - FastMath.log(z) - LOG_ROOT_2PI + FastMath.log(series);
  }

  private static double[] maximum(double[] from, ToDoubleBiFunction<Double, Double> function) {
    double[] reached = from.clone();
    double[] most = {Double.NEGATIVE_INFINITY};
    try {
      new SimplexOptimizer(1e-10, 1e-9)
          .optimize(
              new MaxEval(MOST_EVALUATIONS),
              new ObjectiveFunction(
                  at -> {
                    double value = function.applyAsDouble(at[0], at[1]);
                    if (value > most[0]) {
                      most[0] = value;
                      System.arraycopy(at, 0, reached, 0, 2);
                    }
                    return value;
                  }),
              GoalType.MAXIMIZE,
              new InitialGuess(from),
              new NelderMeadSimplex(new double[] {0.3, 0.3}));
    } catch (TooManyEvaluationsException enough) {
      return reached;
    }
    return reached;
  }
}
