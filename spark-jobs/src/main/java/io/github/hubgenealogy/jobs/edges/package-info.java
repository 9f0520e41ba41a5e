/**
 * Claims of parentage: what cards, tags, the Hub and configurations say comes in; claims, edges and
 * vertices go out.
 */
package io.github.hubgenealogy.jobs.edges;
