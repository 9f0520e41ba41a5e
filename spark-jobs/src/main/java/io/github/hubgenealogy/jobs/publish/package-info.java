/**
 * The end of the pipeline: everything a snapshot holds comes in, its manifest goes out, and from
 * then on the snapshot is public.
 */
package io.github.hubgenealogy.jobs.publish;
