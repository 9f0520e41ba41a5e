/**
 * Where the view comes from: a lake and a snapshot's id come in, an index database is found or
 * made, and a {@link io.github.hubgenealogy.explorer.genealogy.Genealogy} goes out.
 */
package io.github.hubgenealogy.explorer.store;
