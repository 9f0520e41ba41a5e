package io.github.hubgenealogy.simulator.ecosystem;

/**
 * What a family is to become: a first model and its descendants through one parent each.
 *
 * @param descendants how many, the first model not counted
 * @param direct the share of them that descend from the first model itself
 * @param born when the first model came: the share of all models that are older
 * @param finetunes the share of descendants that are finetunes
 * @param adapters the share that are adapters; the rest is quantized
 */
record Family(
    int descendants, double direct, Domain domain, double born, double finetunes, double adapters) {

  Family {
    if (descendants < 0 || direct < 0 || direct > 1 || finetunes + adapters > 1.000001) {
      throw new IllegalArgumentException("no family: " + descendants + " " + direct);
    }
  }

  Kinship kinship(double unit) {
    if (unit < finetunes) {
      return Kinship.FINETUNE;
    }
    return unit < finetunes + adapters ? Kinship.ADAPTER : Kinship.QUANTIZED;
  }
}
