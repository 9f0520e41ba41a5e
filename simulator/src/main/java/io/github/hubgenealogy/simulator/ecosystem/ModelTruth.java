package io.github.hubgenealogy.simulator.ecosystem;

import io.github.hubgenealogy.simulator.card.Tool;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * What is true of a model's parents by the definitions of the pipeline (its design, section 5),
 * from what the generator meant: nothing that it wrote is read back.
 */
public final class ModelTruth {
  private static final String CARD = "card";
  private static final String TAG = "tag";
  private static final String HUB = "hub";
  private static final String CONFIG = "config";
  private static final String TEXT = "text";
  // Of several typed tags of a pair the last in this order counts.
  private static final List<String> TYPED = List.of("finetune", "quantized", "adapter", "merge");

  private final SimulatedModel model;
  private final Ecosystem ecosystem;
  private final Lineage lineage;

  private ModelTruth(SimulatedModel model) {
    this.model = model;
    this.ecosystem = model.ecosystem();
    this.lineage = model.lineage();
  }

  /** Every claim about a model's parents: card, tags, hub, config, text. */
  public static List<Claim> claims(SimulatedModel model) {
    return new ModelTruth(model).claims();
  }

  /** Every edge of a model, by parent; claims of the text alone make none. */
  public static List<Edge> edges(SimulatedModel model) {
    return new ModelTruth(model).edges();
  }

  private List<Claim> claims() {
    List<Claim> claims = new ArrayList<>();
    if (model.readable()) {
      String explicit = Lineage.isKnownRelation(lineage.explicit()) ? lineage.explicit() : null;
      all(CARD, lineage.declared(), explicit, claims);
    }
    for (TagList.About tag : model.tags().about()) {
      claims.add(claim(TAG, tag.position(), tag.reference(), tag.relation()));
    }
    for (int i = 0; i < lineage.hub().bases().size(); i++) {
      claims.add(hub(i, lineage.hub().bases().get(i)));
    }
    if (lineage.config() != null) {
      claims.add(claim(CONFIG, 0, lineage.config(), Kinship.ADAPTER.word()));
    }
    all(TEXT, lineage.prose(), null, claims);
    return claims;
  }

  private void all(String source, List<Reference> references, String relation, List<Claim> claims) {
    for (int i = 0; i < references.size(); i++) {
      claims.add(claim(source, i, references.get(i), relation));
    }
  }

  private Claim claim(String source, int position, Reference reference, String relation) {
    Resolution resolution =
        reference.target() == model.number() ? Resolution.SELF : reference.form().resolution();
    return new Claim(
        source,
        position,
        reference.text(),
        reference.id(),
        reference.revision(),
        relation,
        resolution.givesEdge() ? parentId(reference) : null,
        resolution,
        reference.form().cleaned(),
        reference.target());
  }

  private String parentId(Reference reference) {
    return reference.target() >= 0 ? ecosystem.names().id(reference.target()) : reference.id();
  }

  private Claim hub(int position, HubView.Base base) {
    boolean self = base.target() == model.number();
    Resolution resolution =
        self ? Resolution.SELF : base.target() >= 0 ? Resolution.BY_KEY : Resolution.ABSENT;
    return new Claim(
        HUB,
        position,
        base.id(),
        base.id(),
        null,
        lineage.hub().relation(),
        self ? null : base.id(),
        resolution,
        false,
        base.target());
  }

  private List<Edge> edges() {
    Map<String, List<Claim>> pairs = new TreeMap<>();
    for (Claim claim : claims()) {
      if (claim.parentId() != null && !claim.source().equals(TEXT)) {
        pairs.computeIfAbsent(claim.parentId(), parent -> new ArrayList<>()).add(claim);
      }
    }
    List<Edge> edges = new ArrayList<>(pairs.size());
    pairs.forEach((parent, claims) -> edges.add(edge(parent, claims)));
    return edges;
  }

  private Edge edge(String parent, List<Claim> claims) {
    String basis = "inferred";
    String relation = inferred();
    String typed = typed(claims);
    if (typed != null) {
      basis = TAG;
      relation = typed;
    }
    for (String source : List.of(HUB, CARD)) {
      for (Claim claim : claims) {
        if (claim.source().equals(source) && claim.relation() != null) {
          basis = source;
          relation = claim.relation();
        }
      }
    }
    TreeSet<String> sources = new TreeSet<>();
    claims.forEach(claim -> sources.add(claim.source()));
    return new Edge(parent, relation, basis, List.copyOf(sources), claims.get(0).target());
  }

  private static String typed(List<Claim> claims) {
    int last = -1;
    for (Claim claim : claims) {
      if (claim.source().equals(TAG) && claim.relation() != null) {
        last = Math.max(last, TYPED.indexOf(claim.relation()));
      }
    }
    return last < 0 ? null : TYPED.get(last);
  }

  /** Rules 2 to 5 of hub-api §4.3, by what the model was made with. */
  private String inferred() {
    Make make = model.make();
    if (make.tool().marksAdapter()) {
      return Kinship.ADAPTER.word();
    } else if (make.marksQuantized()) {
      return Kinship.QUANTIZED.word();
    }
    return (make.tool() == Tool.MERGEKIT ? Kinship.MERGE : Kinship.FINETUNE).word();
  }
}
