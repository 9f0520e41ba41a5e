package io.github.hubgenealogy.lake.store;

/**
 * One file of a table.
 *
 * @param name its path below the table's folder
 * @param sha256 of its bytes, in hexadecimal, taken while they were written
 */
public record DataFile(String name, long rows, long bytes, String sha256) {}
