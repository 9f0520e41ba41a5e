package io.github.hubgenealogy.explorer.exposure;

/**
 * A model that a card names as the new version of one that was asked for or descends: not known to
 * descend, to be checked.
 */
public record ToCheck(String id, String newVersionOf, String resolution) {}
