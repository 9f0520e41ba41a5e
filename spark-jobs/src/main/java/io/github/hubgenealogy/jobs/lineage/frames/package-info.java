/**
 * The engine that holds nothing whole: vertices and edges come in as datasets, are numbered, and
 * contracted, peeled and doubled in rounds; rows of the tables go out as datasets.
 */
package io.github.hubgenealogy.jobs.lineage.frames;
