/**
 * In: a published snapshot, a key, a list of organisations and what is to be left out. Out: a
 * published snapshot of another lake in which nobody is named, which says of itself what it is.
 */
package io.github.hubgenealogy.jobs.release;
