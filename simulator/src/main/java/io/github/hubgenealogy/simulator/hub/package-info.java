/**
 * What a Hub holds, seen by the server that answers for it. In: a synthetic ecosystem or a file of
 * real cards. Out: lists in any order, repositories by name, and their fields as JSON.
 */
package io.github.hubgenealogy.simulator.hub;
