package io.github.hubgenealogy.simulator.ecosystem;

/**
 * A copy or a successor, which is no parent.
 *
 * @param kind new_version or duplicated_from
 */
public record Succession(String kind, String target, String resolution) {}
