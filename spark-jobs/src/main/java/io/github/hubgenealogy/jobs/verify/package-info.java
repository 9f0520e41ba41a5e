/**
 * In: a published snapshot and its manifest. Out: every difference between the two, and every rule
 * of the design that the tables break.
 */
package io.github.hubgenealogy.jobs.verify;
