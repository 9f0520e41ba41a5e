/**
 * Tables of a snapshot as Spark's datasets: the only package that reads and writes them. Rows go in
 * unsorted, files come out sorted, cut by row counts and sealed, the same bytes however the work
 * was divided.
 */
package io.github.hubgenealogy.jobs.tables;
