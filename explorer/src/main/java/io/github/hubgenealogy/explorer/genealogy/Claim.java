package io.github.hubgenealogy.explorer.genealogy;

/**
 * One statement behind an edge, as table {@code claims} has it.
 *
 * @param source card, tag, hub, config or text
 * @param position index in the source's own list, from 0
 * @param text as written; hostile like all that authors write
 * @param relation the relation that this source gives, or null
 * @param resolution how the text led to the parent
 * @param rule for source text the rule that read it, else null
 */
public record Claim(
    String source, int position, String text, String relation, String resolution, String rule) {}
