package io.github.hubgenealogy.simulator.ecosystem;

import io.github.hubgenealogy.simulator.card.Tool;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * The simulated Hub's own reading of base_model: which bases it finds, and the one relation it
 * gives. Rules 1 to 5 of hub-api §4.3: a model of the server, whose rules are not public.
 */
final class HubInference {
  private final Names names;
  private final Deleted deleted;
  private final KeptBase kept;

  HubInference(Names names, Deleted deleted, KeptBase kept) {
    this.names = names;
    this.deleted = deleted;
    this.kept = kept;
  }

  /** What the Hub derives from the bases that a readable card names. */
  HubView view(int model, Make make, List<Reference> named, String explicit) {
    if (named.isEmpty()) {
      return HubView.NOTHING;
    }
    List<HubView.Base> tagged = new ArrayList<>(named.size());
    for (Reference reference : named) {
      HubView.Base base = found(reference);
      if (base != null && !tagged.contains(base)) {
        tagged.add(base);
      }
    }
    if (tagged.isEmpty()) {
      return HubView.NOTHING;
    }
    tagged.sort(Comparator.comparing(HubView.Base::id));
    String relation = relation(make, explicit);
    if (tagged.size() > 1 && !relation.equals(Kinship.MERGE.word())) {
      tagged = List.of(kept(tagged));
    }
    List<HubView.Base> bases = tagged.stream().filter(base -> exists(base.target())).toList();
    return new HubView(relation, bases, tagged);
  }

  private HubView.Base found(Reference reference) {
    if (reference.form() == Form.DELETED) {
      return new HubView.Base(reference.target(), reference.id());
    }
    return reference.form().followed()
        ? new HubView.Base(reference.target(), names.id(reference.target()))
        : null;
  }

  private boolean exists(int target) {
    return target >= 0 || deleted.unlisted(-2 - target);
  }

  private HubView.Base kept(List<HubView.Base> tagged) {
    Comparator<HubView.Base> existing = Comparator.comparing(base -> !exists(base.target()));
    return switch (kept) {
      case FIRST -> tagged.stream().min(existing.thenComparing(HubView.Base::id)).orElseThrow();
      case NEWEST ->
          tagged.stream().min(existing.thenComparing(base -> -base.target())).orElseThrow();
    };
  }

  private static String relation(Make make, String explicit) {
    if (Lineage.isKnownRelation(explicit)) {
      return explicit;
    } else if (make.tool().marksAdapter()) {
      return Kinship.ADAPTER.word();
    } else if (make.marksQuantized()) {
      return Kinship.QUANTIZED.word();
    }
    return make.tool() == Tool.MERGEKIT ? Kinship.MERGE.word() : Kinship.FINETUNE.word();
  }
}
