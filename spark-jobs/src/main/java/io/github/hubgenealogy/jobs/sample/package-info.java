/**
 * Hand coding: a published snapshot's edges come in, a sheet of some of them with their evidence
 * goes out; the sheet comes back coded, and how often the edges are right goes out.
 */
package io.github.hubgenealogy.jobs.sample;
