package io.github.hubgenealogy.jobs.statistics;

/** What is summed of one trait, relation and stratum. */
final class DriftSums {
  /** Half the width of a 95 % interval, in standard errors. */
  static final double Z95 = 1.959963984540054;

  long edges;
  long kept;
  long changed;
  long dropped;
  long added;

  /** Of the edges that both declare: distances and numbers, by cluster. */
  long clusters;

  private double sum;
  private double number;
  private double squares;
  private double products;
  private double numberSquares;

  long parents;
  double parentMeans;

  void cluster(double distances, long both) {
    clusters++;
    sum += distances;
    number += both;
    squares += distances * distances;
    products += distances * both;
    numberSquares += (double) both * both;
  }

  void parent(double distances, long both) {
    parents++;
    parentMeans += distances / both;
  }

  /** Over all edges that both declare; null over none. */
  Double mean() {
    return number == 0 ? null : (Double) (sum / number);
  }

  /**
   * The standard error of that ratio of sums over clusters, C / (C − 1) corrected: √(Σ (Sᶜ − m
   * Nᶜ)²) / Σ N. Null below two clusters.
   */
  Double error() {
    if (clusters < 2) {
      return null;
    }
    double mean = sum / number;
    double residual = squares - 2 * mean * products + mean * mean * numberSquares;
    return Math.sqrt(Math.max(0, residual) * clusters / (clusters - 1)) / number;
  }
}
