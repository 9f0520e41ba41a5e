/**
 * One SELECT of a user over a locked index: its text comes in, rows go out as a table, CSV, JSON or
 * a Parquet file.
 */
package io.github.hubgenealogy.explorer.query;
