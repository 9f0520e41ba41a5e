package io.github.hubgenealogy.simulator.ecosystem;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/**
 * A well-formed id that a model's record names as a parent and that the list lacks, with what the
 * Hub answers for it.
 *
 * @param currentId the id that answers today, or null where nothing does
 */
public record Asked(String id, String currentId) {
  /** What a model's record gives cause to ask. */
  public static List<Asked> by(SimulatedModel model) {
    Lineage lineage = model.lineage();
    List<Reference> references = new ArrayList<>();
    if (model.readable()) {
      references.addAll(lineage.declared());
    }
    model.tags().about().forEach(tag -> references.add(tag.reference()));
    if (lineage.config() != null) {
      references.add(lineage.config());
    }
    for (HubView.Base base : lineage.hub().bases()) {
      if (base.target() < 0) {
        references.add(new Reference(Form.DELETED, base.target(), base.id(), base.id(), null));
      }
    }
    return references.stream()
        .map(reference -> of(reference, model.ecosystem()))
        .filter(Objects::nonNull)
        .distinct()
        .toList();
  }

  private static Asked of(Reference reference, Ecosystem ecosystem) {
    return switch (reference.form()) {
      case RENAMED -> new Asked(reference.id(), ecosystem.names().id(reference.target()));
      case DELETED -> {
        boolean there = ecosystem.deleted().unlisted(-2 - reference.target());
        yield new Asked(reference.id(), there ? reference.id() : null);
      }
      case NEVER, BARE -> new Asked(reference.id(), null);
      // A path of two words has the form of an id, and whoever asks cannot know.
      case LOCAL_PAIR -> new Asked(reference.text(), null);
      case EXACT,
          WRONG_CASE,
          URL,
          SHORT_URL,
          TREE_URL,
          REVISION,
          QUANTISATION,
          BLANKS,
          QUOTES,
          CACHE_PATH,
          UNTYPED_TAG,
          SELF,
          LOCAL_PATH,
          PLACEHOLDER,
          SENTENCE,
          EMPTY,
          PROSE ->
          null;
    };
  }
}
