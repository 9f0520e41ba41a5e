/** The web page and its JSON API over the read-only view; the only package that speaks HTTP. */
package io.github.hubgenealogy.explorer.web;
