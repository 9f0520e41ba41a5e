/** The stages in their order, what each reads and writes, and which of them are up to date. */
package io.github.hubgenealogy.jobs.pipeline;
