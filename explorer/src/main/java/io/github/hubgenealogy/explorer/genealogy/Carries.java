package io.github.hubgenealogy.explorer.genealogy;

import java.util.Locale;

/**
 * What descends of a model's weights along a path, from the strongest to the weakest. Along one
 * path the weakest step counts; where several paths lead to a descendant, the path that carries
 * most. Descent is not proof of memorisation.
 */
public enum Carries {
  /** Not weights but data: a model trained on the data set asked for. No edge carries this. */
  TRAINED,
  /** The same weights, at another precision or place. */
  COPY,
  /** Weights that went on from the model's. */
  ALTERED,
  /** Weights of several models, this one's among them. */
  MIXED,
  /** A difference that is nothing without the model itself. */
  DELTA_ONLY,
  /** Nobody said how. */
  UNKNOWN;

  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** What a further step leaves of it. */
  public Carries then(Carries step) {
    return step.compareTo(this) > 0 ? step : this;
  }
}
