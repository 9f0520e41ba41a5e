/**
 * What counts: the sources, resolutions and relations of claims, and the policies that choose among
 * them.
 */
package io.github.hubgenealogy.jobs.policy;
