/**
 * In: two published snapshots. Out: tables of what differs, in a folder of the lake under the later
 * one's name, and a page.
 */
package io.github.hubgenealogy.jobs.diff;
