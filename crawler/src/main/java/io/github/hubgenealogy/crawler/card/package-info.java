/**
 * Cards: the models of raw/models come in, one row a model goes out, whatever became of its README.
 */
package io.github.hubgenealogy.crawler.card;
