/**
 * Figures over the whole genealogy: tables come in, the tables of {@code stats/} go out, each
 * figure under its policy.
 */
package io.github.hubgenealogy.jobs.statistics;
