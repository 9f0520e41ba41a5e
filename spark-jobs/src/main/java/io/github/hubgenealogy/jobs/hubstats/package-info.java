/**
 * Other people's dumps of the Hub: their files come in, raw/models goes out, as if it had been
 * crawled.
 */
package io.github.hubgenealogy.jobs.hubstats;
