/**
 * Model cards as tools and people write them. In: what a card is to say. Out: the README's bytes,
 * front matter and prose, sound or damaged.
 */
package io.github.hubgenealogy.simulator.card;
