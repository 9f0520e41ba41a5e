/**
 * Owners: the names of a file come in; what the Hub says of each, an organisation or a person, goes
 * out.
 */
package io.github.hubgenealogy.crawler.owner;
