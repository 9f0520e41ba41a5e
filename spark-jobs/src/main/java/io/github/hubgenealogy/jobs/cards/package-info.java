/**
 * Model cards: a README's bytes and the Hub's own parse come in, typed values and a status go out.
 * All but the stage is plain Java; whatever the card holds, reading it ends in a status within
 * fixed limits.
 */
package io.github.hubgenealogy.jobs.cards;
