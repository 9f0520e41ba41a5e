/** Answers written to file: an answer comes in, CSV, JSON or a printable page goes out. */
package io.github.hubgenealogy.explorer.filing;
