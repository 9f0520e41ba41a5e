package io.github.hubgenealogy.simulator.ecosystem;

import java.util.List;

/**
 * A pair of child and parent as the definitions make it.
 *
 * @param basis what decided the relation: card, hub, tag or inferred
 * @param sources who claims the pair, sorted
 * @param target the parent's number, a deleted one's as −2−d, or −1 for one that never was
 */
public record Edge(
    String parentId, String relation, String basis, List<String> sources, int target) {}
