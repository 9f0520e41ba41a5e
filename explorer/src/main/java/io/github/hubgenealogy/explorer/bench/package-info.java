/** Measures the explorer on a snapshot: a lake comes in, milliseconds and memory go out. */
package io.github.hubgenealogy.explorer.bench;
