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
import java.util.function.Supplier;
import java.util.regex.Pattern;

/** Finds models, data sets and owners by what somebody types. */
public final class Names {
  private static final int NEAREST = 5;
  private static final int MOST_CANDIDATES = 20;

  /** How many places of a longer list are kept for owners and for data sets each. */
  private static final int OTHERS = 3;

  private static final int NUMBER_BITS = 24;
  private static final long MOST_DOWNLOADS = (1L << 39) - 1;

  private static final Pattern PAGE =
      Pattern.compile("(?:https?://)?(?:www\\.)?(?:huggingface\\.co|hf\\.co)/(.+?)/?");
  private static final String DATASETS = "datasets/";

  private final Graph graph;
  private final IndexDatabase index;
  private final Supplier<NameIndex> models;
  private final Supplier<Datasets> datasets;
  private final Supplier<Owners> owners;

  /**
   * Names of a graph and of its index. What finds them is built when it is first needed, since most
   * commands name a model exactly: one second at 2.4 million models.
   */
  Names(Graph graph, GraphReader reader, IndexDatabase index, GraphReader.Sizes sizes) {
    this.graph = graph;
    this.index = index;
    this.models =
        Once.of(() -> new NameIndex(graph.vertices().ids(), reader.byDownloads(sizes.vertices())));
    this.datasets = Once.of(() -> Datasets.read(reader, sizes.datasets()));
    this.owners = Once.of(() -> Owners.of(graph));
  }

  /** Data sets by number. */
  private record Datasets(Ids ids, long[] downloads, NameIndex names) {
    static Datasets read(GraphReader reader, int count) {
      long[] downloads = new long[count];
      Ids all = reader.datasets(downloads);
      return new Datasets(all, downloads, new NameIndex(all, descending(downloads)));
    }
  }

  /** Owners by number, with the downloads of all their models together. */
  private record Owners(long[] downloads, NameIndex names) {
    static Owners of(Graph graph) {
      long[] downloads = new long[graph.owners().size()];
      for (int v = 0; v < graph.owner().length; v++) {
        if (graph.owner()[v] >= 0) {
          downloads[graph.owner()[v]] += Math.max(0, graph.vertices().downloads()[v]);
        }
      }
      return new Owners(downloads, new NameIndex(graph.owners(), descending(downloads)));
    }
  }

  /** Numbers, most downloads first, then the smaller number; downloads count up to 2^39. */
  private static int[] descending(long[] downloads) {
    long[] keys = new long[downloads.length];
    for (int i = 0; i < keys.length; i++) {
      keys[i] = (MOST_DOWNLOADS - Math.min(downloads[i], MOST_DOWNLOADS)) << NUMBER_BITS | i;
    }
    Arrays.sort(keys);
    return Arrays.stream(keys).mapToInt(key -> (int) (key & ((1 << NUMBER_BITS) - 1))).toArray();
  }

  /** Builds all that is built when first needed, so that no first search waits for it. */
  void warm() {
    search("", 4 * OTHERS);
  }

  /** All models' names. */
  public NameIndex models() {
    return models.get();
  }

  /** Of all its models together. */
  long downloadsOf(int owner) {
    return owners.get().downloads()[owner];
  }

  /**
   * Models, and where there is room a few owners and data sets; what those leave is the models'.
   */
  List<Hit> search(String text, int limit) {
    String asked = text.strip();
    int others = limit < 4 * OTHERS ? 0 : OTHERS;
    List<Hit> further = new ArrayList<>();
    for (int owner : owners.get().names().search(asked, others)) {
      further.add(
          new Hit(Hit.Kind.OWNER, graph.owners().text(owner), owners.get().downloads()[owner], 0));
    }
    for (int dataset : datasets.get().names().search(asked, others)) {
      further.add(
          new Hit(
              Hit.Kind.DATASET,
              datasets.get().ids().text(dataset),
              datasets.get().downloads()[dataset],
              0));
    }
    List<Hit> hits = new ArrayList<>();
    for (int v : models.get().search(asked, limit - further.size())) {
      hits.add(
          new Hit(
              Hit.Kind.MODEL,
              graph.vertices().ids().text(v),
              Math.max(0, graph.vertices().downloads()[v]),
              graph.vertices().descendants()[v]));
    }
    hits.addAll(further);
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
    return bare != null ? bare : unknown(asked, text, models.get(), graph.vertices().ids());
  }

  Resolved resolveDataset(String asked) {
    String text = plain(asked);
    text = text.startsWith(DATASETS) ? text.substring(DATASETS.length()) : text;
    Resolved exact = named(asked, text, Hit.Kind.DATASET);
    Resolved bare = exact != null ? exact : bare(asked, text, Hit.Kind.DATASET);
    return bare != null ? bare : unknown(asked, text, datasets.get().names(), datasets.get().ids());
  }

  private static String plain(String asked) {
    var page = PAGE.matcher(asked.strip());
    return page.matches() ? page.group(1) : asked.strip();
  }

  private Ids ids(Hit.Kind kind) {
    return kind == Hit.Kind.MODEL ? graph.vertices().ids() : datasets.get().ids();
  }

  private NameIndex index(Hit.Kind kind) {
    return kind == Hit.Kind.MODEL ? models.get() : datasets.get().names();
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
