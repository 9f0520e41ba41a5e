package io.github.hubgenealogy.explorer.genealogy;

import java.util.List;

/**
 * A relative in a list: a model, and the edge by which it is one. Of a parent the edge's parent is
 * the model, of a child its child.
 *
 * @param edges of the model and its neighbour nearer to where one asked: one, or two where a copy
 *     is declared beside an edge; in a generation, all edges to models of the generation before
 *     that are shown
 */
public record Kin(Member model, List<Edge> edges) {
  public Kin {
    edges = List.copyOf(edges);
  }
}
