/**
 * The synthetic ecosystem. In: a number of models and a seed. Out: who descends from whom, as
 * arrays of primitives, and each model's facts, made on the fly from its number. What the facts
 * intend is kept beside what they say, so that truth never needs a parser.
 */
package io.github.hubgenealogy.simulator.ecosystem;
