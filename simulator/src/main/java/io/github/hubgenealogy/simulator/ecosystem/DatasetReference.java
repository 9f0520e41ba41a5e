package io.github.hubgenealogy.simulator.ecosystem;

/**
 * Training data as a card names it.
 *
 * @param text what stands there
 * @param dataset the listed dataset meant, or −1
 * @param resolution how it should be resolved, in the pipeline's words for datasets
 */
public record DatasetReference(String text, int dataset, Resolution resolution) {
  /** The pipeline's words for what becomes of a claim about a dataset. */
  public enum Resolution {
    EXACT,
    CASE_FOLDED,
    UNIQUE_NAME,
    ABSENT,
    BARE_NAME
  }
}
