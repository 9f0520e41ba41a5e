package io.github.hubgenealogy.explorer.genealogy;

import java.util.List;

/**
 * Part of a list.
 *
 * @param total how long the whole list is
 * @param offset where this part begins, from 0
 */
public record Page<T>(List<T> items, int total, int offset) {
  public Page {
    items = List.copyOf(items);
  }
}
