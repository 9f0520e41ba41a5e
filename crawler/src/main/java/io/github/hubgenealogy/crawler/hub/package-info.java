/**
 * The Hub over HTTP: a question comes in, an answer or a failure goes out as a value, after the
 * retries that the table in {@link io.github.hubgenealogy.crawler.hub.Trouble} grants. Pace is
 * {@code rate}'s affair. The token is known here and nowhere else.
 */
package io.github.hubgenealogy.crawler.hub;
