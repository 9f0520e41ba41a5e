package io.github.hubgenealogy.explorer.genealogy;

import java.util.List;

/**
 * A model between its ancestors and its descendants.
 *
 * @param up ancestors by generation, nearest first
 * @param down descendants likewise
 */
public record Family(Member model, List<Generation> up, List<Generation> down) {
  public Family {
    up = List.copyOf(up);
    down = List.copyOf(down);
  }
}
