/**
 * The raw tables without a crawl. In: an ecosystem. Out: the Parquet files and seals that a crawl
 * of the simulated Hub, without a token, would have left in a snapshot.
 */
package io.github.hubgenealogy.simulator.raw;
