/**
 * What survives a kill: rows and the place from which to go on come in, parts and immutable entries
 * of {@code raw/journal} go out, and at the end one sealed table. An entry is created after its
 * part is closed; a part without one is garbage.
 */
package io.github.hubgenealogy.crawler.journal;
