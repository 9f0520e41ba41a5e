/**
 * The Hub's own counts of children: raw/models comes in, and for those of its models that most
 * others claim as a parent, the number of children by relation that the Hub gives goes out.
 */
package io.github.hubgenealogy.crawler.counts;
