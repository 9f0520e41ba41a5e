package io.github.hubgenealogy.simulator.hub;

/**
 * An owner of repositories.
 *
 * @param name as it stands in ids
 * @param fullName for people
 */
public record Account(
    String name, String fullName, boolean organisation, long models, long datasets, long members) {}
