/**
 * Benchmarks of stages, run by {@code scripts/bench}: raw tables are made, the stage is run as a
 * build runs it, figures go to standard output.
 */
package io.github.hubgenealogy.jobs.bench;
