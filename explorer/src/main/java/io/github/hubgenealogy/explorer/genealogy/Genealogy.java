package io.github.hubgenealogy.explorer.genealogy;

import java.util.List;
import java.util.Optional;

/**
 * A read-only view of one published snapshot, safe for use by many threads at once. Ids given to it
 * are exact (see {@link #resolve}); an id that it does not know is an {@link
 * IllegalArgumentException}, so callers resolve first. What comes back is never null where the
 * Javadoc does not say so; lists are unmodifiable. Texts in it were written by strangers.
 */
public interface Genealogy extends AutoCloseable {

  SnapshotFacts snapshot();

  /** What a typed name leads to: model first, then data set; never throws. */
  Resolved resolve(String asked);

  /** As {@link #resolve} for data sets alone. */
  Resolved resolveDataset(String asked);

  /**
   * Models (and few data sets and owners) for a search box: ids or names that begin with the text
   * before those that hold it elsewhere, each by downloads, then id. Case is folded (ASCII).
   *
   * @param limit at most 100
   */
  List<Hit> search(String text, int limit);

  /** The model as lists show it. */
  Member member(String id);

  ModelSheet sheet(String id);

  DatasetSheet dataset(String id);

  /** An owner; empty where no model of the snapshot is its. */
  Optional<OwnerSheet> owner(String name);

  /** An owner's models, most descendants first, then id. */
  Page<Member> modelsOf(String owner, int offset, int limit);

  /** Models that say they were trained on a data set, most descendants first, then id. */
  Page<Member> modelsTrainedOn(String dataset, int offset, int limit);

  /** The parents that a filter lets through, most descendants first, then id. */
  Page<Kin> parents(String id, Filter filter, int offset, int limit);

  /** The children likewise. */
  Page<Kin> children(String id, Filter filter, int offset, int limit);

  /**
   * Ancestors and descendants by generation.
   *
   * @param up how many generations up; 0 for none
   * @param down how many down
   * @param perGeneration how many models of each generation are shown; the others are counted
   */
  Family family(String id, Filter filter, int up, int down, int perGeneration);

  /** The edges between some models, child and parent both among them; for a drawing. */
  List<Edge> edgesAmong(List<String> ids, Filter filter);

  /** The edges between a child and a parent: none, one, or two where a copy is declared too. */
  List<Edge> edges(String child, String parent);

  /** The statements behind an edge, in the order of source and position. */
  List<Claim> claims(String child, String parent);

  /**
   * Nearest common ancestors: those of which no descendant is a common ancestor too, nearest (by
   * both distances together) first, then id; a model is its own ancestor here.
   */
  List<CommonAncestor> commonAncestors(String first, String second, Filter filter, int limit);

  /**
   * A shortest path between two models whatever the direction of its edges, ties by smallest ids;
   * empty where they are not of one family, or are the same model.
   */
  List<Edge> path(String from, String to, Filter filter);

  @Override
  void close();
}
