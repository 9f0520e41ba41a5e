/**
 * Lists: the Hub's pages come in, in the order of creation; packed rows of raw/models and
 * raw/datasets go out, page by page, with the cursor from which to go on.
 */
package io.github.hubgenealogy.crawler.listing;
