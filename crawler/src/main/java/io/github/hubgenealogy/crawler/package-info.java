/**
 * The Hub over HTTP: its lists, cards and redirects come in, within its rate limits, and raw tables
 * go out. Commands are here; what they do is in the packages below, one a concern.
 */
package io.github.hubgenealogy.crawler;
