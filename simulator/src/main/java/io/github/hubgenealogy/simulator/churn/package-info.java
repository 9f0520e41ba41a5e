/**
 * A Hub that changes while it is crawled. In: a Hub that stands still, a rate and a seed. Out: the
 * same Hub with models created, deleted, renamed, tagged anew and downloaded, in an order fixed
 * beforehand.
 */
package io.github.hubgenealogy.simulator.churn;
