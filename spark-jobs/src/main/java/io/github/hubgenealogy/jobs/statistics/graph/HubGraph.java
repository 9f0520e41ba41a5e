package io.github.hubgenealogy.jobs.statistics.graph;

import io.github.hubgenealogy.jobs.lineage.Dictionary;
import io.github.hubgenealogy.jobs.policy.Policy;
import io.github.hubgenealogy.jobs.policy.Relation;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Models, edges and named datasets of a snapshot as arrays: a model is its rank among the ids, an
 * edge a place in the order (child, parent). About 110 bytes a model, ids and what is in the making
 * counted, 17 an edge, 8 a mention of a dataset.
 */
public final class HubGraph {
  /** The day of a model whose list entry gives none. */
  public static final int NO_DAY = Integer.MIN_VALUE;

  static final byte CONFLICT = 1;
  static final byte OLDER = 2;
  static final byte TEXT_ONLY = 4;

  /** The columns of words, by their places in {@link #number}. */
  public static final int OWNER = 0;

  public static final int PRESENCE = 1;
  public static final int TASK = 2;
  public static final int LIBRARY = 3;
  public static final int LICENSES = 4;
  public static final int LANGUAGES = 5;
  public static final int GENERATED_BY = 6;

  static final int COLUMNS = 7;

  private static final List<Policy> POLICIES = List.of(Policy.values());
  private static final List<Relation> RELATIONS = List.of(Relation.values());

  final Dictionary ids;
  final boolean[] listed;
  final int[] day;
  final long[] downloads;
  final boolean[] hasCard;
  final int[][] numbers;
  final Words[] words;

  final int[] child;
  final int[] parent;
  final int[] policies;
  final int[] relations;
  final byte[] flags;

  final int[] datasetModel;
  final int[] dataset;
  final Words datasets;

  /** Arrays by the fields' names; edges in the order (child, parent). */
  HubGraph(Models models, Edges edges, Mentions mentions) {
    this.ids = models.ids;
    this.listed = models.listed;
    this.day = models.day;
    this.downloads = models.downloads;
    this.hasCard = models.hasCard;
    this.numbers = models.numbers;
    this.words = models.words;
    this.child = edges.child;
    this.parent = edges.parent;
    this.policies = edges.policies;
    this.relations = edges.relations;
    this.flags = edges.flags;
    this.datasetModel = mentions.model;
    this.dataset = mentions.dataset;
    this.datasets = mentions.names;
  }

  /** The models' side, joined from the blocks of all partitions. */
  record Models(
      Dictionary ids,
      boolean[] listed,
      int[] day,
      long[] downloads,
      boolean[] hasCard,
      int[][] numbers,
      Words[] words) {

    static Models of(List<ModelBlock> unordered) {
      List<ModelBlock> blocks = new ArrayList<>(unordered);
      blocks.sort((a, b) -> Dictionary.BY_FIRST.compare(a.ids(), b.ids()));
      Dictionary ids = Dictionary.of(blocks.stream().map(ModelBlock::ids).toList());
      int n = ids.size();
      Models all =
          new Models(
              ids,
              new boolean[n],
              new int[n],
              new long[n],
              new boolean[n],
              new int[COLUMNS][n],
              new Words[COLUMNS]);
      Arrays.setAll(all.words, column -> new Words());
      int at = 0;
      for (ModelBlock block : blocks) {
        int count = block.ids().count();
        System.arraycopy(block.ids().listed(), 0, all.listed, at, count);
        System.arraycopy(block.day(), 0, all.day, at, count);
        System.arraycopy(block.downloads(), 0, all.downloads, at, count);
        System.arraycopy(block.hasCard(), 0, all.hasCard, at, count);
        for (int column = 0; column < COLUMNS; column++) {
          Words words = all.words[column];
          int[] renumbered = Arrays.stream(block.words()[column]).mapToInt(words::number).toArray();
          for (int i = 0; i < count; i++) {
            int number = block.numbers()[column][i];
            all.numbers[column][at + i] = number < 0 ? -1 : renumbered[number];
          }
        }
        at += count;
      }
      return all;
    }
  }

  /**
   * The edges' side.
   *
   * @param policies a bit a policy, by the enum's order
   * @param relations three relations of 4 bits each: the pair's, the Hub's, the tags'
   * @param flags CONFLICT, OLDER, TEXT_ONLY
   */
  record Edges(int[] child, int[] parent, int[] policies, int[] relations, byte[] flags) {}

  /** Which model names which dataset. */
  record Mentions(int[] model, int[] dataset, Words names) {}

  public int models() {
    return listed.length;
  }

  public String id(int model) {
    return ids.id(model);
  }

  public boolean isListed(int model) {
    return listed[model];
  }

  public boolean hasCard(int model) {
    return hasCard[model];
  }

  /** Days since 1970, or {@link #NO_DAY}. */
  public int day(int model) {
    return day[model];
  }

  /** Of 30 days; −1 where the list does not say. */
  public long downloads(int model) {
    return downloads[model];
  }

  /** The number of a model's word in a column, or −1. */
  public int number(int column, int model) {
    return numbers[column][model];
  }

  public Words words(int column) {
    return words[column];
  }

  /** Whether two models are of different owners; a name without owner is its own. */
  public boolean crosses(int one, int other) {
    int owner = numbers[OWNER][one];
    return owner < 0 ? one != other : owner != numbers[OWNER][other];
  }

  public int edges() {
    return child.length;
  }

  public int child(int edge) {
    return child[edge];
  }

  public int parent(int edge) {
    return parent[edge];
  }

  public boolean counts(int edge, Policy policy) {
    return (policies[edge] & bit(policy)) != 0;
  }

  /** A policy's bit in {@link Edges#policies}. */
  static int bit(Policy policy) {
    return 1 << POLICIES.indexOf(policy);
  }

  /** A relation's code in {@link Edges#relations}. */
  static int code(Relation relation) {
    return RELATIONS.indexOf(relation);
  }

  /** The relation under a policy. */
  Relation relation(int edge, Policy policy) {
    int place =
        switch (policy.relationOf()) {
          case PAIR -> 0;
          case HUB -> 1;
          case TAG -> 2;
        };
    return RELATIONS.get((relations[edge] >>> (4 * place)) & 15);
  }

  public boolean conflict(int edge) {
    return (flags[edge] & CONFLICT) != 0;
  }

  public boolean childOlder(int edge) {
    return (flags[edge] & OLDER) != 0;
  }

  /** Whether nothing but prose says so. */
  public boolean textOnly(int edge) {
    return (flags[edge] & TEXT_ONLY) != 0;
  }

  public int mentions() {
    return dataset.length;
  }

  public int datasetModel(int mention) {
    return datasetModel[mention];
  }

  public int dataset(int mention) {
    return dataset[mention];
  }

  public Words datasets() {
    return datasets;
  }
}
