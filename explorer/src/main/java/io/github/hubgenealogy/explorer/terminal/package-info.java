/** The commands of the terminal: options come in, text for a terminal, JSON or CSV goes out. */
package io.github.hubgenealogy.explorer.terminal;
