/**
 * The genealogy in primitive arrays: what the index holds comes in, walks over it go out. No
 * storage, no text but ids. At 2.4 million models it is some 300 MB, and nothing of it changes
 * after loading, so any number of threads read it.
 */
package io.github.hubgenealogy.explorer.graph;
