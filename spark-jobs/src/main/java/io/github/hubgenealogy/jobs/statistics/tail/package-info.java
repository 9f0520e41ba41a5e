/**
 * Heavy tails: counts of values come in, fitted distributions and their comparisons go out. Plain
 * arithmetic in one order, so that the figures are the same everywhere.
 */
package io.github.hubgenealogy.jobs.statistics.tail;
