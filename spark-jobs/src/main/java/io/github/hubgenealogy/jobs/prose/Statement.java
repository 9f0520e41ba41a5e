package io.github.hubgenealogy.jobs.prose;

/**
 * A sentence that names a parent, of whatever model it speaks.
 *
 * @param claimedText the parent as written
 * @param subject the model that stands before in the sentence, where one is linked or named: the
 *     sentence is about it; null where there is none, so that the card's own model is meant
 * @param place where its phrase begins in the body: parents of one sentence share it
 */
public record Statement(ProseRule rule, String claimedText, String subject, int place) {}
