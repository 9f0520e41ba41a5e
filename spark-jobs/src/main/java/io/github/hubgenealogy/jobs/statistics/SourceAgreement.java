package io.github.hubgenealogy.jobs.statistics;

import static io.github.hubgenealogy.jobs.tables.Columns.BASE_MODELS;
import static io.github.hubgenealogy.jobs.tables.Columns.CARD_DATA;
import static io.github.hubgenealogy.jobs.tables.Columns.CARD_SOURCE;
import static io.github.hubgenealogy.jobs.tables.Columns.CHILDREN_MODEL_COUNT;
import static io.github.hubgenealogy.jobs.tables.Columns.CHILD_ID;
import static io.github.hubgenealogy.jobs.tables.Columns.ID;
import static io.github.hubgenealogy.jobs.tables.Columns.MODEL_ID;
import static io.github.hubgenealogy.jobs.tables.Columns.N_CHILDREN;
import static io.github.hubgenealogy.jobs.tables.Columns.PARENT_ID;
import static io.github.hubgenealogy.jobs.tables.Columns.POLICY;
import static io.github.hubgenealogy.jobs.tables.Columns.RELATION_CARD;
import static io.github.hubgenealogy.jobs.tables.Columns.RELATION_CONFIG;
import static io.github.hubgenealogy.jobs.tables.Columns.RELATION_HUB;
import static io.github.hubgenealogy.jobs.tables.Columns.RELATION_TAG;
import static io.github.hubgenealogy.jobs.tables.Columns.RELATION_TEXT;
import static io.github.hubgenealogy.jobs.tables.Columns.SOURCES;
import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.from_json;
import static org.apache.spark.sql.functions.get_json_object;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.when;

import io.github.hubgenealogy.jobs.pipeline.StageRun;
import io.github.hubgenealogy.jobs.policy.Policy;
import io.github.hubgenealogy.jobs.policy.Relation;
import io.github.hubgenealogy.jobs.policy.Source;
import io.github.hubgenealogy.lake.contract.TableContracts;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Supplier;
import org.apache.spark.api.java.function.Function2;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.types.DataTypes;

/**
 * Table source_agreement: each comparison is one pass whose tasks count and keep the first
 * examples. That tags and baseModels agree with the card says that the Hub's derivation and our
 * reading do the same, and nothing of whether the card is right.
 */
final class SourceAgreement {
  private static final String BOTH = "both";
  private static final String ONLY_A = "only_a";
  private static final String ONLY_B = "only_b";
  private static final String DIFFER = "relations_differ";
  private static final String ALL = "all";

  /** The sources in the order of the columns that hold their relations. */
  private static final List<Source> ORDER =
      List.of(Source.CARD, Source.HUB, Source.TAG, Source.CONFIG, Source.TEXT);

  /** By the places of two sources in that order. */
  private static final Names[][] NAMES = names();

  private SourceAgreement() {}

  /** The table's rows. */
  static List<Object[]> of(StageRun run) throws IOException {
    List<Object[]> rows = new ArrayList<>(edges(run.read(TableContracts.EDGES)));
    if (run.tables().has(TableContracts.RAW_MODELS)) {
      rows.addAll(card(run.read(TableContracts.RAW_MODELS), run.read(TableContracts.CARDS)));
    }
    if (run.tables().has(TableContracts.RAW_CHILDREN)) {
      rows.addAll(
          children(run.read(TableContracts.RAW_CHILDREN), run.read(TableContracts.LINEAGE)));
    }
    return rows;
  }

  /** Every pair of sources, from rows of table edges. */
  static List<Object[]> edges(Dataset<Row> edges) {
    SourceTally tally =
        tally(
            edges.select(
                CHILD_ID,
                PARENT_ID,
                SOURCES,
                RELATION_CARD,
                RELATION_HUB,
                RELATION_TAG,
                RELATION_CONFIG,
                RELATION_TEXT),
            SourceAgreement::edge);
    List<Object[]> rows = new ArrayList<>();
    for (int i = 0; i < ORDER.size(); i++) {
      for (int k = i + 1; k < ORDER.size(); k++) {
        Source a = ORDER.get(i);
        Source b = ORDER.get(k);
        for (String measure : List.of(BOTH, ONLY_A, ONLY_B, DIFFER)) {
          rows.add(row("edges", a.word(), b.word(), "", measure, tally, name(a, b, measure)));
        }
      }
    }
    return rows;
  }

  private static SourceTally edge(SourceTally tally, Row edge) {
    String child = edge.getString(0);
    Supplier<String> example = () -> child + " → " + edge.getString(1);
    List<String> sources = edge.getList(2);
    for (int i = 0; i < ORDER.size(); i++) {
      boolean inA = sources.contains(ORDER.get(i).word());
      for (int k = i + 1; k < ORDER.size(); k++) {
        boolean inB = sources.contains(ORDER.get(k).word());
        Names names = NAMES[i][k];
        if (inA && inB) {
          tally.add(names.both(), child, example);
          String saidByA = edge.getString(3 + i);
          String saidByB = edge.getString(3 + k);
          if (saidByA != null && saidByB != null && !saidByA.equals(saidByB)) {
            tally.add(names.differ(), child, () -> example.get() + ": " + saidByA + ", " + saidByB);
          }
        } else if (inA) {
          tally.add(names.onlyA(), child, example);
        } else if (inB) {
          tally.add(names.onlyB(), child, example);
        }
      }
    }
    return tally;
  }

  /** What is counted of a pair of sources. */
  private record Names(String both, String onlyA, String onlyB, String differ) {
    static Names of(Source a, Source b) {
      return new Names(
          name(a, b, BOTH), name(a, b, ONLY_A), name(a, b, ONLY_B), name(a, b, DIFFER));
    }
  }

  private static Names[][] names() {
    Names[][] names = new Names[ORDER.size()][ORDER.size()];
    for (int i = 0; i < ORDER.size(); i++) {
      for (int k = i + 1; k < ORDER.size(); k++) {
        names[i][k] = Names.of(ORDER.get(i), ORDER.get(k));
      }
    }
    return names;
  }

  private static String name(Source a, Source b, String measure) {
    return a.word() + " " + b.word() + " " + measure;
  }

  /** The bases of the README and of the Hub's own parse, for cards that have both. */
  static List<Object[]> card(Dataset<Row> models, Dataset<Row> cards) {
    // Most front matter names no base: that is told without parsing it.
    Column base =
        when(
            col(CARD_DATA).contains("base_model"), get_json_object(col(CARD_DATA), "$.base_model"));
    Dataset<Row> both =
        models
            .where(col(CARD_DATA).isNotNull())
            .select(col(ID), base)
            .join(
                cards.where(col(CARD_SOURCE).equalTo("readme")).select(MODEL_ID, BASE_MODELS),
                col(ID).equalTo(col(MODEL_ID)))
            .drop(MODEL_ID)
            .toDF(ID, CARD_DATA, BASE_MODELS)
            .where(col(CARD_DATA).isNotNull().or(col(BASE_MODELS).isNotNull()))
            .select(
                col(ID),
                col(BASE_MODELS),
                col(CARD_DATA),
                from_json(
                    col(CARD_DATA), DataTypes.createArrayType(DataTypes.StringType), Map.of()));
    SourceTally tally = tally(both, SourceAgreement::bases);
    List<Object[]> rows = new ArrayList<>();
    for (String measure : List.of(BOTH, ONLY_A, ONLY_B)) {
      rows.add(row("card", "readme", "card_data", "", measure, tally, measure));
    }
    return rows;
  }

  private static SourceTally bases(SourceTally tally, Row card) {
    Set<String> readme = texts(card.isNullAt(1) ? List.of() : card.getList(1));
    Set<String> data = new TreeSet<>();
    if (!card.isNullAt(2)) {
      boolean list = card.getString(2).startsWith("[") && !card.isNullAt(3);
      data = texts(list ? card.getList(3) : List.of(card.getString(2)));
    }
    Set<String> all = new TreeSet<>(readme);
    all.addAll(data);
    for (String text : all) {
      String measure = !data.contains(text) ? ONLY_A : !readme.contains(text) ? ONLY_B : BOTH;
      tally.add(measure, card.getString(0) + ": " + text);
    }
    return tally;
  }

  private static Set<String> texts(List<String> bases) {
    Set<String> texts = new TreeSet<>();
    for (String base : bases) {
      if (base != null && !base.isBlank()) {
        texts.add(base.strip());
      }
    }
    return texts;
  }

  /** Our children under policy hub and the Hub's own number, for the models asked for. */
  static List<Object[]> children(Dataset<Row> asked, Dataset<Row> lineage) {
    List<String> relations = Relation.typed().stream().map(Relation::word).toList();
    Dataset<Row> ours =
        lineage.where(col(POLICY).equalTo(Policy.HUB_ONLY.word())).withColumnRenamed(MODEL_ID, ID);
    List<Column> columns = new ArrayList<>();
    columns.add(col(ID));
    for (String relation : relations) {
      columns.add(coalesce(col(N_CHILDREN + "_" + relation), lit(0)).cast("bigint"));
      columns.add(coalesce(col(CHILDREN_MODEL_COUNT).getField(relation), lit(0L)).cast("bigint"));
    }
    Dataset<Row> compared =
        asked
            .where(col(CHILDREN_MODEL_COUNT).isNotNull())
            .select(ID, CHILDREN_MODEL_COUNT)
            .join(ours, new String[] {ID}, "left")
            .select(columns.toArray(Column[]::new));
    SourceTally tally = tally(compared, (all, row) -> counts(all, row, relations));
    List<Object[]> rows = new ArrayList<>();
    List<String> keys = new ArrayList<>(relations);
    keys.add(ALL);
    for (String key : keys) {
      for (String measure : List.of("equal", "more", "fewer")) {
        rows.add(
            row(
                "children",
                "lineage",
                CHILDREN_MODEL_COUNT,
                key,
                measure,
                tally,
                key + " " + measure));
      }
    }
    return rows;
  }

  private static SourceTally counts(SourceTally tally, Row row, List<String> relations) {
    long ours = 0;
    long theirs = 0;
    for (int i = 0; i < relations.size(); i++) {
      long a = row.getLong(1 + 2 * i);
      long b = row.getLong(2 + 2 * i);
      tally.add(relations.get(i) + " " + compare(a, b), example(row, a, b));
      ours += a;
      theirs += b;
    }
    tally.add(ALL + " " + compare(ours, theirs), example(row, ours, theirs));
    return tally;
  }

  private static String compare(long ours, long theirs) {
    return ours == theirs ? "equal" : ours > theirs ? "more" : "fewer";
  }

  private static String example(Row row, long ours, long theirs) {
    return row.getString(0) + ": " + ours + ", " + theirs;
  }

  private static SourceTally tally(
      Dataset<Row> rows, Function2<SourceTally, Row, SourceTally> add) {
    return rows.javaRDD().aggregate(new SourceTally(), add, SourceTally::plus);
  }

  private static Object[] row(
      String comparison,
      String a,
      String b,
      String key,
      String measure,
      SourceTally tally,
      String name) {
    return new Object[] {comparison, a, b, key, measure, tally.count(name), tally.examples(name)};
  }
}
