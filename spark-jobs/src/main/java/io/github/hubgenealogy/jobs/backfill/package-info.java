/**
 * In: a folder of dated dumps. Out: one published snapshot a date, oldest first, and how the
 * ecosystem grew across them.
 */
package io.github.hubgenealogy.jobs.backfill;
