package io.github.hubgenealogy.jobs.statistics.graph;

import io.github.hubgenealogy.jobs.lineage.Dictionary;
import io.github.hubgenealogy.jobs.lineage.IdRun;
import io.github.hubgenealogy.jobs.policy.Policy;
import io.github.hubgenealogy.jobs.policy.Relation;
import io.github.hubgenealogy.lake.id.ModelId;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;

/** A graph written down by hand, without tables. */
public final class TinyGraph {
  private final TreeMap<String, Model> models = new TreeMap<>(ModelId.UTF8_ORDER);
  private final List<Edge> edges = new ArrayList<>();
  private final List<String[]> mentions = new ArrayList<>();

  /** A model while it is written down; it is listed unless it is said to be absent. */
  public static final class Model {
    private final String[] words = new String[HubGraph.COLUMNS];
    private boolean listed = true;
    private int day = HubGraph.NO_DAY;
    private long downloads = -1;
    private boolean card;

    public Model absent() {
      listed = false;
      words[HubGraph.PRESENCE] = "absent";
      return this;
    }

    public Model on(int made) {
      day = made;
      return this;
    }

    public Model downloaded(long times) {
      downloads = times;
      return this;
    }

    public Model withCard() {
      card = true;
      return this;
    }

    public Model word(int column, String... members) {
      words[column] = String.join(Words.SEPARATOR, members);
      return this;
    }
  }

  private record Edge(
      String child, String parent, Relation relation, Set<Policy> policies, int flags) {}

  public Model model(String id) {
    return models.computeIfAbsent(
        id,
        name -> {
          Model model = new Model();
          model.words[HubGraph.PRESENCE] = "listed";
          model.words[HubGraph.OWNER] =
              name.contains("/") ? name.substring(0, name.indexOf('/')) : null;
          return model;
        });
  }

  /** An edge that counts under union and, but for merges, under union_no_merge. */
  public TinyGraph edge(String child, String parent, Relation relation) {
    return edge(
        child,
        parent,
        relation,
        relation == Relation.MERGE
            ? EnumSet.of(Policy.UNION)
            : EnumSet.of(Policy.UNION, Policy.UNION_NO_MERGE),
        0);
  }

  /** An edge whose sources disagree, or whose child is older. */
  public TinyGraph oddEdge(
      String child, String parent, Relation relation, boolean conflict, boolean older) {
    return edge(
        child,
        parent,
        relation,
        EnumSet.of(Policy.UNION, Policy.UNION_NO_MERGE),
        (conflict ? HubGraph.CONFLICT : 0) | (older ? HubGraph.OLDER : 0));
  }

  /** An edge that only prose tells. */
  public TinyGraph told(String child, String parent) {
    return edge(
        child, parent, Relation.UNSPECIFIED, EnumSet.noneOf(Policy.class), HubGraph.TEXT_ONLY);
  }

  private TinyGraph edge(
      String child, String parent, Relation relation, Set<Policy> policies, int flags) {
    model(child);
    model(parent);
    edges.add(new Edge(child, parent, relation, policies, flags));
    return this;
  }

  public TinyGraph mention(String model, String dataset) {
    mentions.add(new String[] {model, dataset});
    return this;
  }

  public HubGraph graph() {
    List<Model> all = new ArrayList<>(models.values());
    IdRun ids = new IdRun();
    models.forEach((id, model) -> ids.add(id.getBytes(StandardCharsets.UTF_8), model.listed));
    int[][] numbers = new int[HubGraph.COLUMNS][all.size()];
    Words[] words = new Words[HubGraph.COLUMNS];
    Arrays.setAll(words, column -> new Words());
    for (int column = 0; column < HubGraph.COLUMNS; column++) {
      for (int i = 0; i < all.size(); i++) {
        String word = all.get(i).words[column];
        numbers[column][i] = word == null ? -1 : words[column].number(word);
      }
    }
    int[] day = all.stream().mapToInt(model -> model.day).toArray();
    long[] downloads = all.stream().mapToLong(model -> model.downloads).toArray();
    boolean[] card = new boolean[all.size()];
    boolean[] listed = new boolean[all.size()];
    for (int i = 0; i < card.length; i++) {
      card[i] = all.get(i).card;
      listed[i] = all.get(i).listed;
    }
    Dictionary dictionary = Dictionary.of(List.of(ids.finish()));
    return new HubGraph(
        new HubGraph.Models(dictionary, listed, day, downloads, card, numbers, words),
        EdgeRows.join(List.of(block(dictionary))),
        MentionRows.join(List.of(mentionBlock(dictionary))));
  }

  private static int rank(Dictionary ids, String id) {
    return ids.rank(id.getBytes(StandardCharsets.UTF_8));
  }

  private EdgeRows.Block block(Dictionary ids) {
    return new EdgeRows.Block(
        edges.stream().mapToInt(edge -> rank(ids, edge.child())).toArray(),
        edges.stream().mapToInt(edge -> rank(ids, edge.parent())).toArray(),
        edges.stream()
            .mapToInt(
                edge -> edge.policies().stream().mapToInt(HubGraph::bit).reduce(0, (a, b) -> a | b))
            .toArray(),
        edges.stream().mapToInt(edge -> HubGraph.code(edge.relation()) * 0x111).toArray(),
        edges.stream().mapToInt(Edge::flags).toArray());
  }

  private MentionRows.Block mentionBlock(Dictionary ids) {
    List<String> names = mentions.stream().map(mention -> mention[1]).distinct().toList();
    return new MentionRows.Block(
        mentions.stream().mapToInt(mention -> rank(ids, mention[0])).toArray(),
        mentions.stream().mapToInt(mention -> names.indexOf(mention[1])).toArray(),
        names.toArray(String[]::new));
  }
}
