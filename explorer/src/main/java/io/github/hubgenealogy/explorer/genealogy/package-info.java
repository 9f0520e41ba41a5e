/**
 * The genealogy of one published snapshot as a read-only view: ids come in, records of models,
 * edges, generations and paths go out. It knows no storage, no terminal and no HTTP.
 */
package io.github.hubgenealogy.explorer.genealogy;
