package io.github.hubgenealogy.explorer.exposure;

import java.util.Map;

/**
 * What an answer cannot know.
 *
 * @param listed models that the newest snapshot lists
 * @param withoutParent listed models that claim no parent at all
 * @param cards by what became of them, as table cards has it
 * @param cardsUnread cards that could not be read or were not fetched
 * @param unlistedParents models that others claim as a parent and the list lacks, by presence
 * @param rejects claims that gave no edge, by reason
 * @param textOnly edges that prose alone claims, in no total
 */
public record Coverage(
    int listed,
    int withoutParent,
    Map<String, Long> cards,
    long cardsUnread,
    Map<String, Integer> unlistedParents,
    Map<String, Long> rejects,
    int textOnly) {}
