/**
 * Real cards served as a Hub. In: a file of one JSON object a line, plain or compressed with gzip.
 * Out: a Hub that holds just that, with keys made up where the file has none.
 */
package io.github.hubgenealogy.simulator.corpus;
