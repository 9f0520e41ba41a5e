/**
 * The lake: folders and files by name, and the two kinds of seal that make a table exist ({@code
 * _table.json}) and a snapshot public ({@code manifest.json}). Each is created last and only if
 * absent; no rename is relied on.
 */
package io.github.hubgenealogy.lake.store;
