package io.github.hubgenealogy.explorer.exposure;

import io.github.hubgenealogy.explorer.genealogy.Hit;

/**
 * One name of the question, and what it led to.
 *
 * @param text as typed
 * @param how as {@link io.github.hubgenealogy.explorer.genealogy.Resolved.How} spells it
 * @param snapshot the newest snapshot that has it
 * @param present whether the newest snapshot lists it
 */
public record Asked(
    String text, String how, Hit.Kind kind, String id, String snapshot, boolean present) {}
