/**
 * Rows on their way to a table, packed into bytes: decoded answers come in, parts on disk go out,
 * and back in merged order. A packed row is written once, sorted, compressed, merged and handed to
 * Parquet without becoming objects, so that memory is what the buffers hold and no more.
 */
package io.github.hubgenealogy.crawler.packed;
