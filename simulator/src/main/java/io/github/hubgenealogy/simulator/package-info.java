/**
 * The command {@code simulate}. In: options of a command line. Out: a Hub that answers on loopback,
 * and files of truth or of raw tables.
 */
package io.github.hubgenealogy.simulator;
