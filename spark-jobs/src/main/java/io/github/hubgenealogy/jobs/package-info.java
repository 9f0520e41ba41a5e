/**
 * The batch pipeline: raw tables come in, cards, edges, lineage, statistics and a report go out.
 */
package io.github.hubgenealogy.jobs;
