/**
 * The index of a snapshot: its tables come in, one DuckDB file goes out that the explorer opens
 * read-only. Written against {@code java.sql}; who calls it brings DuckDB's driver.
 */
package io.github.hubgenealogy.lake.index;
