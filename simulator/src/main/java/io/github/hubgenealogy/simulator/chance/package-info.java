/**
 * Randomness without state. In: a seed, what is asked about, and the question. Out: the same answer
 * always, in whatever order one asks.
 */
package io.github.hubgenealogy.simulator.chance;
