package io.github.hubgenealogy.jobs.report;

/**
 * A count that is part of a whole: one cell on the page, two columns of plain numbers in files.
 *
 * @param value null where the whole is nothing
 */
record Share(long part, Double value) {}
