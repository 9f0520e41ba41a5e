package io.github.hubgenealogy.simulator.ecosystem;

/**
 * One statement that a model has a parent, with what is true of it.
 *
 * @param source card, tag, hub, config or text
 * @param position the index in the source's own list; of tags, among all tags
 * @param text what stands there
 * @param claimedId the id in it once cleaned, or null
 * @param revision what stands behind the id, or null
 * @param relation the relation that the source gives, or null
 * @param parentId the model it leads to, or null
 * @param cleaned whether something had to be taken off
 * @param target the parent's number, a deleted one's as −2−d, or −1
 */
public record Claim(
    String source,
    int position,
    String text,
    String claimedId,
    String revision,
    String relation,
    String parentId,
    Resolution resolution,
    boolean cleaned,
    int target) {}
