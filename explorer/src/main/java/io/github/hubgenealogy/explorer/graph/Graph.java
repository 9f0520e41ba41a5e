package io.github.hubgenealogy.explorer.graph;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Vertices, the arcs between them, and whose they are.
 *
 * @param owner of each vertex a number in owners, or −1 for an id without owner
 * @param owners their names
 * @param firstOf the first vertex of each owner; all of one owner's stand together, since their ids
 *     begin alike
 */
public record Graph(Vertices vertices, Arcs arcs, int[] owner, Ids owners, int[] firstOf) {

  public static Graph of(Vertices vertices, Arcs arcs) {
    Ids ids = vertices.ids();
    int[] owner = new int[ids.size()];
    List<int[]> found = new ArrayList<>();
    int last = -1;
    int lastLength = 0;
    for (int v = 0; v < ids.size(); v++) {
      int length = ids.ownerLength(v);
      if (length < 0) {
        owner[v] = -1;
        continue;
      }
      // The slash belongs to what is compared, so that a longer name is another owner.
      if (last < 0 || length != lastLength || !ids.sameStart(last, v, length + 1)) {
        found.add(new int[] {v, length});
      }
      owner[v] = found.size() - 1;
      last = v;
      lastLength = length;
    }
    return numbered(vertices, arcs, owner, found);
  }

  /** Owners in the order of their names, which is not that of their ids: '/' comes after '-'. */
  private static Graph numbered(Vertices vertices, Arcs arcs, int[] owner, List<int[]> found) {
    Ids ids = vertices.ids();
    byte[][] names = new byte[found.size()][];
    for (int i = 0; i < names.length; i++) {
      byte[] whole = new byte[ids.length(found.get(i)[0])];
      ids.copy(found.get(i)[0], whole, 0);
      names[i] = Arrays.copyOf(whole, found.get(i)[1]);
    }
    Integer[] order = new Integer[names.length];
    Arrays.setAll(order, i -> i);
    Arrays.sort(order, (a, b) -> Arrays.compareUnsigned(names[a], names[b]));
    int[] rank = new int[names.length];
    int[] firstOf = new int[names.length];
    Ids.Builder owners = new Ids.Builder();
    for (int i = 0; i < order.length; i++) {
      rank[order[i]] = i;
      firstOf[i] = found.get(order[i])[0];
      owners.add(names[order[i]]);
    }
    for (int v = 0; v < owner.length; v++) {
      owner[v] = owner[v] < 0 ? -1 : rank[owner[v]];
    }
    return new Graph(vertices, arcs, owner, owners.build(), firstOf);
  }

  /** How many vertices an owner has. */
  public int countOf(int ownerNumber) {
    int first = firstOf[ownerNumber];
    int end = first;
    while (end < owner.length && owner[end] == ownerNumber) {
      end++;
    }
    return end - first;
  }
}
