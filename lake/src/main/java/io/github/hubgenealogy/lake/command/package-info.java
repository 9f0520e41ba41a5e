/**
 * How every command of this project behaves: arguments come in, an exit code goes out, results on
 * standard output, everything else on standard error, and for a fault that is not ours one line
 * that says what, where and what to do.
 */
package io.github.hubgenealogy.lake.command;
