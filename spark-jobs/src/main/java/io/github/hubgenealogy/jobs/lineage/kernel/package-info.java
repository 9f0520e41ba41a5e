/**
 * Graph algorithms on int arrays: vertices are ranks from 0 in the order of their ids, edges lead
 * from a child to a parent. No Spark, no strings, no recursion.
 */
package io.github.hubgenealogy.jobs.lineage.kernel;
