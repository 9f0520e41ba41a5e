/**
 * Names that lead elsewhere: what raw/models claims as a parent and does not list comes in; whether
 * the Hub knows it, and under which id today, goes out.
 */
package io.github.hubgenealogy.crawler.redirect;
