package io.github.hubgenealogy.jobs.lineage.frames;

/** The names of columns that pass between the steps of this engine and are in no table. */
final class Passing {
  static final String BITS = "bits";
  static final String RELATIONS = "relations";
  static final String LISTED = "listed";
  static final String RANGE = "range";

  /** A number of a vertex under a policy: see {@link NumberedGraph}. */
  static final String VERTEX = "vertex";

  static final String CHILD = "child";
  static final String PARENT = "parent";
  static final String CODE = "code";
  static final String LABEL = "label";
  static final String CYCLE = "cycle";
  static final String LEVEL = "level";
  static final String LEAST = "least";
  static final String LIVE = "live";
  static final String ANCESTOR = "ancestor";
  static final String HOP = "hop";
  static final String STEP = "step";
  static final String COUNT = "count";
  static final String PLACE = "place";
  static final String ROOT = "root";

  static final String COMPONENT = "component";

  private Passing() {}
}
