package io.github.hubgenealogy.jobs.verify;

/**
 * Something that does not hold.
 *
 * @param where a file, relative to the snapshot, or a table
 * @param what in words for a person
 */
public record Finding(String where, String what) {}
