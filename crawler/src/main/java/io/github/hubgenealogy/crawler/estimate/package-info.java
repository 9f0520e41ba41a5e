/**
 * What a crawl would cost: the sizes of an earlier snapshot, or a given number, come in; requests
 * and hours under each of the Hub's plans go out. Nothing is sent.
 */
package io.github.hubgenealogy.crawler.estimate;
