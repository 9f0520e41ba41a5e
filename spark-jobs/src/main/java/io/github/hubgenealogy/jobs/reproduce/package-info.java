/**
 * Published figures beside ours: a study's file and its figures come in, a line a figure goes out,
 * equal or different and why.
 */
package io.github.hubgenealogy.jobs.reproduce;
