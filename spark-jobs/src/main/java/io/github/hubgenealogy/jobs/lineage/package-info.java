/**
 * The genealogy: vertices and edges come in, each vertex's place under each policy and the
 * transitive closure go out.
 */
package io.github.hubgenealogy.jobs.lineage;
