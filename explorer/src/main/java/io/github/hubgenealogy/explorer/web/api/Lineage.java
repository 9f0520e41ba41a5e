package io.github.hubgenealogy.explorer.web.api;

import io.github.hubgenealogy.explorer.genealogy.Edge;
import io.github.hubgenealogy.explorer.genealogy.Generation;
import io.github.hubgenealogy.explorer.genealogy.Member;
import io.github.hubgenealogy.explorer.genealogy.ModelSheet;
import java.util.List;

/**
 * A model between its ancestors and its descendants.
 *
 * @param expanded models shown beside the generations, because somebody asked for them
 * @param edges all among what is shown
 * @param datasets what the model says it was trained on
 */
public record Lineage(
    Head snapshot,
    Member model,
    List<Generation> up,
    List<Generation> down,
    List<Member> expanded,
    List<Edge> edges,
    List<ModelSheet.DatasetUse> datasets) {}
