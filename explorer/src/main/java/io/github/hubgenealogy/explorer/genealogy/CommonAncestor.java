package io.github.hubgenealogy.explorer.genealogy;

/**
 * A model that two others descend from (or that is one of them, at distance 0).
 *
 * @param fromFirst fewest edges up to it
 */
public record CommonAncestor(Member model, int fromFirst, int fromSecond) {}
