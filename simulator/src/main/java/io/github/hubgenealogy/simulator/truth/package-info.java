/**
 * What is true of an ecosystem, as CSV. In: the ecosystem's intent. Out: models, edges, claims,
 * datasets and the rest, one file each, with a line of column names.
 */
package io.github.hubgenealogy.simulator.truth;
