package io.github.hubgenealogy.lake.store;

import java.io.Serializable;

/**
 * One file of a table.
 *
 * @param name its path below the table's folder
 * @param sha256 of its bytes, in hexadecimal, taken while they were written
 */
public record DataFile(String name, long rows, long bytes, String sha256) implements Serializable {}
