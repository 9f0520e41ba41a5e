/**
 * Figures of a run for a monitor: seals and seconds come in, a Prometheus text file and the same as
 * JSON go out. The names are a contract, listed in docs/operation.md.
 */
package io.github.hubgenealogy.lake.metrics;
