/**
 * What the modules share, and all that they share: the table contracts of {@code conf/tables}, the
 * layout of a lake, Parquet rows, the grammar of model ids, settings files and the conventions of
 * the command line. No Spark, no HTTP.
 */
package io.github.hubgenealogy.lake;
