package io.github.hubgenealogy.simulator.ecosystem;

import java.util.Arrays;

/**
 * Who descends from whom, and what is inherited, as arrays in the order of creation: about 30 bytes
 * a model. A number here is a model's place in the Hub's list by date.
 */
final class Structure {
  /** Mark: it may have children, and a merge may take it. */
  static final int BRANCHING = 1;

  /** Mark: the first model of a family. */
  static final int FIRST = 2;

  /** Mark: the first model of one of the thirteen largest families. */
  static final int NAMED = 4;

  /** Mark: one of a list of several bases that is no merge. */
  static final int SEVERAL = 8;

  final int size;
  final int deleted;
  final int[] created;
  final int[] parent;
  final byte[] kinship;
  final byte[] domain;
  final byte[] form;
  final byte[] marks;
  final byte[] licence;
  final byte[] task;
  final byte[] language;

  /** Models with further parents, ascending; their further parents lie in {@code further}. */
  private int[] several = {};

  private int[] furtherStart = {0};
  private int[] further = {};
  private int[] childStart = {};
  private int[] children = {};

  Structure(int size, int deleted) {
    this.size = size;
    this.deleted = deleted;
    created = new int[size];
    parent = new int[size];
    kinship = new byte[size];
    domain = new byte[size];
    form = new byte[size];
    marks = new byte[size];
    licence = new byte[size];
    task = new byte[size];
    language = new byte[size];
  }

  Kinship kinship(int model) {
    return Kinship.of(kinship[model]);
  }

  Domain domain(int model) {
    return Domain.of(domain[model]);
  }

  /** How a parent that is no model is written, or {@link Form#EXACT}. */
  Form form(int model) {
    return Form.of(form[model]);
  }

  boolean marked(int model, int mark) {
    return (marks[model] & mark) != 0;
  }

  /**
   * All parents, the first one first: models, or deleted ones as −2−d; empty where there is none.
   */
  int[] parents(int model) {
    if (parent[model] == Tickets.NONE) {
      return new int[0];
    }
    int at = several.length == 0 ? -1 : Arrays.binarySearch(several, model);
    if (at < 0) {
      return new int[] {parent[model]};
    }
    int from = furtherStart[at];
    int count = furtherStart[at + 1] - from;
    int[] all = new int[count + 1];
    all[0] = parent[model];
    System.arraycopy(further, from, all, 1, count);
    return all;
  }

  /** Models that name this one as a parent, first or further. */
  int[] children(int model) {
    return Arrays.copyOfRange(children, childStart[model], childStart[model + 1]);
  }

  int childCount(int model) {
    return childStart[model + 1] - childStart[model];
  }

  void further(int[] models, int[] starts, int[] parents) {
    this.several = models;
    this.furtherStart = starts;
    this.further = parents;
  }

  /** Makes the index of children: once, when all parents are known. */
  void indexChildren() {
    int[] start = new int[size + 1];
    forEachPair((child, mother) -> start[mother + 1]++);
    for (int i = 0; i < size; i++) {
      start[i + 1] += start[i];
    }
    int[] at = Arrays.copyOf(start, size);
    int[] all = new int[start[size]];
    forEachPair((child, mother) -> all[at[mother]++] = child);
    childStart = start;
    children = all;
  }

  /** A pair of child and parent. */
  interface Pair {
    void accept(int child, int parent);
  }

  /** Every pair of models that structure knows, prose left out. */
  void forEachPair(Pair pair) {
    int next = 0;
    for (int child = 0; child < size; child++) {
      if (form(child) != Form.PROSE && parent[child] >= 0) {
        pair.accept(child, parent[child]);
      }
      if (next < several.length && several[next] == child) {
        for (int i = furtherStart[next]; i < furtherStart[next + 1]; i++) {
          if (further[i] >= 0) {
            pair.accept(child, further[i]);
          }
        }
        next++;
      }
    }
  }
}
