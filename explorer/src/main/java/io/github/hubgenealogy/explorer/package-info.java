/**
 * Commands over published snapshots: arguments come in, a tree, a table, a record to be filed or a
 * web page goes out. Reads through {@code lake} and DuckDB; nothing of a snapshot is ever changed.
 */
package io.github.hubgenealogy.explorer;
