/**
 * The whole graph with what statistics ask of its models, in the driver's memory: tables come in
 * through one load, int arrays go out, a view of them for each policy.
 */
package io.github.hubgenealogy.jobs.statistics.graph;
