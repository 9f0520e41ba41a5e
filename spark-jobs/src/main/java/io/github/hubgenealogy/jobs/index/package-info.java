/** The tables of a snapshot come in, the explorer's index goes out as one more file of it. */
package io.github.hubgenealogy.jobs.index;
