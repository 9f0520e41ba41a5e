package io.github.hubgenealogy.jobs.prose;

import io.github.hubgenealogy.jobs.policy.Relation;

/**
 * One parent that a card's prose names.
 *
 * @param claimedText the parent as written: an id, or the address of its page
 * @param relation what the sentence says of it, or null
 * @param rule the rule that read it: the evidence
 */
public record TextParent(String claimedText, Relation relation, ProseRule rule) {}
