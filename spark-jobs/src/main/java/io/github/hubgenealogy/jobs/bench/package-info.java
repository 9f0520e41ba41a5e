/** What scripts/bench measures of the stages: graphs go in, seconds and bytes come out. */
package io.github.hubgenealogy.jobs.bench;
