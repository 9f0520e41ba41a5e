/**
 * Questions one by one: a work list comes in, whose order and places are the same on every run, and
 * one row for each place goes out, asked by many at a time.
 */
package io.github.hubgenealogy.crawler.asking;
