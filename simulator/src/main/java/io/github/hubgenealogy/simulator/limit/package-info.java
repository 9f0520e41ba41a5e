/**
 * The Hub's rate limits. In: who asks for what, and the time. Out: whether it may be answered, and
 * the figures of the headers.
 */
package io.github.hubgenealogy.simulator.limit;
