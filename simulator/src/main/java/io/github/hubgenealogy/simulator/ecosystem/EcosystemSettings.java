package io.github.hubgenealogy.simulator.ecosystem;

/**
 * What an ecosystem is made from.
 *
 * @param models how many models the list has
 * @param seed everything else follows from it
 * @param hostile the share of models that attack their reader; 0 for none
 * @param keptBase which base the Hub keeps of a list that is no merge
 */
public record EcosystemSettings(int models, long seed, double hostile, KeptBase keptBase) {
  /** A model's number has 24 bits of its key. */
  public static final int MOST_MODELS = 1 << 24;

  /** An ecosystem without hostile models. */
  public EcosystemSettings(int models, long seed) {
    this(models, seed, 0, KeptBase.FIRST);
  }

  public EcosystemSettings {
    if (models < 1 || models > MOST_MODELS) {
      throw new IllegalArgumentException(
          "an ecosystem has 1 to " + MOST_MODELS + " models, not " + models);
    }
    if (!(hostile >= 0 && hostile <= 1)) {
      throw new IllegalArgumentException("a rate is between 0 and 1, not " + hostile);
    }
  }
}
