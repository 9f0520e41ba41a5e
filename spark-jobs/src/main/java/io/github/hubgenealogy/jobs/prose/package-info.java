/**
 * Parents that only the prose of a card names: a card's body comes in, statements of parentage go
 * out, each with the rule that read it. Plain Java, linear in the text, conservative: what is not
 * said in one of the known ways is not read.
 */
package io.github.hubgenealogy.jobs.prose;
