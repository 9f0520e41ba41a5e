package io.github.hubgenealogy.explorer.store;

import io.github.hubgenealogy.explorer.genealogy.Hit;
import io.github.hubgenealogy.explorer.genealogy.Resolved;
import io.github.hubgenealogy.explorer.genealogy.Resolved.How;
import io.github.hubgenealogy.explorer.graph.Graph;
import io.github.hubgenealogy.explorer.graph.Ids;
import io.github.hubgenealogy.explorer.graph.NameIndex;
import io.github.hubgenealogy.explorer.graph.NearestNames;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;

/** Finds models, data sets and owners by what somebody types. */
public final class Names {
  private static final int NEAREST = 5;
  private static final int MOST_CANDIDATES = 20;

  /** How many places of a longer list are kept for owners and for data sets each. */
  private static final int OTHERS = 3;

  private static final Pattern PAGE =
      Pattern.compile("(?:https?://)?(?:www\\.)?(?:huggingface\\.co|hf\\.co)/(.+?)/?");
  private static final String DATASETS = "datasets/";

  private final Graph graph;
  private final IndexDatabase index;
  private final NameIndex models;
  private final Ids datasetIds;
  private final long[] datasetDownloads;
  private final NameIndex datasets;
  private final NameIndex owners;
  private final long[] ownerDownloads;

  Names(Graph graph, IndexDatabase index, int[] byDownloads, int datasetCount) {
    this.graph = graph;
    this.index = index;
    this.models = new NameIndex(graph.vertices().ids(), byDownloads);
    this.datasetDownloads = new long[datasetCount];
    this.datasetIds = datasetIds();
    this.datasets = new NameIndex(datasetIds, descending(datasetDownloads));
    this.ownerDownloads = new long[graph.owners().size()];
    for (int v = 0; v < graph.owner().length; v++) {
      if (graph.owner()[v] >= 0) {
        ownerDownloads[graph.owner()[v]] += Math.max(0, graph.vertices().downloads()[v]);
      }
    }
    this.owners = new NameIndex(graph.owners(), descending(ownerDownloads));
  }

  private Ids datasetIds() {
    Ids.Builder ids = new Ids.Builder();
    int[] at = new int[1];
    index.each(
        "datasets",
        row -> {
          ids.add(row.getString(1));
          datasetDownloads[at[0]++] = row.getLong(2);
        });
    return ids.build();
  }

  private static int[] descending(long[] downloads) {
    Integer[] order = new Integer[downloads.length];
    Arrays.setAll(order, i -> i);
    Arrays.sort(
        order,
        (a, b) ->
            downloads[a] != downloads[b]
                ? Long.compare(downloads[b], downloads[a])
                : Integer.compare(a, b));
    return Arrays.stream(order).mapToInt(Integer::intValue).toArray();
  }

  /** All models' names. */
  public NameIndex models() {
    return models;
  }

  /** Of all its models together. */
  long downloadsOf(int owner) {
    return ownerDownloads[owner];
  }

  List<Hit> search(String text, int limit) {
    String asked = text.strip();
    int others = limit < 4 * OTHERS ? 0 : OTHERS;
    List<Hit> hits = new ArrayList<>();
    for (int v : models.search(asked, limit - 2 * others)) {
      hits.add(
          new Hit(
              Hit.Kind.MODEL,
              graph.vertices().ids().text(v),
              Math.max(0, graph.vertices().downloads()[v]),
              graph.vertices().descendants()[v]));
    }
    for (int owner : owners.search(asked, others)) {
      hits.add(new Hit(Hit.Kind.OWNER, graph.owners().text(owner), ownerDownloads[owner], 0));
    }
    for (int dataset : datasets.search(asked, others)) {
      hits.add(new Hit(Hit.Kind.DATASET, datasetIds.text(dataset), datasetDownloads[dataset], 0));
    }
    return hits;
  }

  Resolved resolve(String asked) {
    String text = plain(asked);
    if (text.startsWith(DATASETS) && graph.vertices().ids().find(text) < 0) {
      return resolveDataset(asked);
    }
    Resolved exact = named(asked, text, Hit.Kind.MODEL);
    if (exact == null) {
      exact = named(asked, text, Hit.Kind.DATASET);
    }
    if (exact != null) {
      return exact;
    }
    Resolved bare = bare(asked, text, Hit.Kind.MODEL);
    if (bare == null) {
      bare = bare(asked, text, Hit.Kind.DATASET);
    }
    return bare != null ? bare : unknown(asked, text, models, graph.vertices().ids());
  }

  Resolved resolveDataset(String asked) {
    String text = plain(asked);
    text = text.startsWith(DATASETS) ? text.substring(DATASETS.length()) : text;
    Resolved exact = named(asked, text, Hit.Kind.DATASET);
    Resolved bare = exact != null ? exact : bare(asked, text, Hit.Kind.DATASET);
    return bare != null ? bare : unknown(asked, text, datasets, datasetIds);
  }

  private static String plain(String asked) {
    var page = PAGE.matcher(asked.strip());
    return page.matches() ? page.group(1) : asked.strip();
  }

  private Ids ids(Hit.Kind kind) {
    return kind == Hit.Kind.MODEL ? graph.vertices().ids() : datasetIds;
  }

  private NameIndex index(Hit.Kind kind) {
    return kind == Hit.Kind.MODEL ? models : datasets;
  }

  private Resolved named(String asked, String text, Hit.Kind kind) {
    if (ids(kind).find(text) >= 0) {
      return new Resolved(asked, How.EXACT, kind, text, List.of());
    }
    String table = kind == Hit.Kind.MODEL ? "model" : "dataset";
    String current = Sheets.first(index.rows("current-name", row -> row.getString(1), table, text));
    if (current != null && ids(kind).find(current) >= 0) {
      return new Resolved(asked, How.ALIAS, kind, current, List.of());
    }
    int[] folded = index(kind).equalTo(text, 1);
    return folded.length == 0
        ? null
        : new Resolved(asked, How.CASE_FOLDED, kind, ids(kind).text(folded[0]), List.of());
  }

  private Resolved bare(String asked, String text, Hit.Kind kind) {
    if (text.indexOf('/') >= 0) {
      return null;
    }
    int[] several = index(kind).named(text, MOST_CANDIDATES);
    if (several.length == 0) {
      return null;
    }
    List<String> names = Arrays.stream(several).mapToObj(ids(kind)::text).toList();
    return several.length == 1
        ? new Resolved(asked, How.BARE_NAME, kind, names.get(0), List.of())
        : new Resolved(asked, How.AMBIGUOUS, null, null, names);
  }

  private static Resolved unknown(String asked, String text, NameIndex index, Ids ids) {
    int[] nearest = new NearestNames(index).of(text, NEAREST);
    return new Resolved(
        asked, How.UNKNOWN, null, null, Arrays.stream(nearest).mapToObj(ids::text).toList());
  }
}
