package io.github.hubgenealogy.simulator.ecosystem;

/**
 * One statement that a model was trained on a dataset.
 *
 * @param source card or tag
 * @param position the index in the card's list, or among all tags
 * @param dataset the dataset it leads to, or null
 */
public record DatasetClaim(
    String source, int position, String text, String dataset, String resolution) {}
