/**
 * How near the synthetic ecosystem is to what was published about the Hub. In: an ecosystem of the
 * study's size. Out: published and simulated figures side by side, with their ratio.
 */
package io.github.hubgenealogy.simulator.bench;
