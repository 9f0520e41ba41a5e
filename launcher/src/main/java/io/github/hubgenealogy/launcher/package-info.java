/**
 * The entry: the other modules' commands, one after another, each in a process of its own as a
 * person would start it.
 */
package io.github.hubgenealogy.launcher;
