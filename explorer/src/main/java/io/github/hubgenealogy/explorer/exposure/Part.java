package io.github.hubgenealogy.explorer.exposure;

import io.github.hubgenealogy.explorer.genealogy.Edge;
import io.github.hubgenealogy.explorer.genealogy.Member;
import io.github.hubgenealogy.explorer.genealogy.ModelSheet;
import io.github.hubgenealogy.explorer.genealogy.OwnerSheet;
import io.github.hubgenealogy.explorer.genealogy.Relation;
import io.github.hubgenealogy.explorer.genealogy.SnapshotFacts;
import io.github.hubgenealogy.explorer.graph.Direction;
import java.time.Instant;
import java.util.List;
import java.util.function.Consumer;

/**
 * What an answer is made from, of one snapshot: all of its graph, or records of the models that
 * matter. Models and edges have numbers of the part's own.
 */
interface Part {
  SnapshotFacts snapshot();

  /** The number of a model by the name it has in this snapshot, or −1. */
  int find(String id);

  String id(int vertex);

  boolean isListed(int vertex);

  /** Of the last 30 days, 0 where not known. */
  long downloads(int vertex);

  /** Null for an id without owner. */
  String owner(int vertex);

  Member member(int vertex);

  /** Or null. */
  Instant modified(int vertex);

  /** Edges from a model, with those that prose alone claims left out. */
  int[] arcs(int vertex, Direction direction);

  int end(int arc, Direction direction);

  Relation relation(int arc);

  Edge edge(int arc);

  /** The models that say they were trained on a data set. */
  int[] trainedOn(String dataset);

  List<ModelSheet.DatasetUse> datasetsOf(int vertex);

  /** Owners that the snapshot asked the Hub about, without counts of their models. */
  void owners(Consumer<OwnerSheet> taker);

  /** Every model that another is said to be the new version of. */
  void newVersions(Consumer<ToCheck> taker);
}
