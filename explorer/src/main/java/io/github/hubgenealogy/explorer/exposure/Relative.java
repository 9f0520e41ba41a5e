package io.github.hubgenealogy.explorer.exposure;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.github.hubgenealogy.explorer.genealogy.Carries;
import io.github.hubgenealogy.explorer.genealogy.Member;
import io.github.hubgenealogy.explorer.genealogy.Relation;
import io.github.hubgenealogy.explorer.genealogy.WarningSign;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;

/**
 * A model that descends from what was asked for, or an ancestor of it.
 *
 * @param model as the newest snapshot has it that has it at all
 * @param lastModified or null
 * @param carries of the way that carries most
 * @param distance fewest edges; the way may be longer
 * @param way from what was asked for to this model; of an ancestor, upwards
 * @param present whether the newest snapshot lists it
 * @param snapshots the first and the last of those read that list it; null where none does
 */
public record Relative(
    Member model,
    Instant lastModified,
    Carries carries,
    int distance,
    List<Step> way,
    boolean present,
    Seen snapshots) {

  /** The first and the last snapshot, of those read, that list a model. */
  public record Seen(String first, String last) {}

  public Relative {
    way = List.copyOf(way);
  }

  /** The models of the way, from what was asked for to this one. */
  @JsonProperty
  public List<String> chain() {
    List<String> chain = new ArrayList<>();
    way.forEach(step -> chain.add(step.from()));
    chain.add(model.id());
    return chain;
  }

  /** The policies under which all of the way counts; a copy or a training counts under each. */
  @JsonProperty
  public List<String> policies() {
    List<String> all = null;
    for (Step step : way) {
      if (step.edge() != null && step.edge().relation() != Relation.DUPLICATED_FROM) {
        if (all == null) {
          all = new ArrayList<>(step.edge().policies());
        } else {
          all.retainAll(step.edge().policies());
        }
      }
    }
    return all == null ? List.of() : all;
  }

  /** The warning signs of all steps. */
  @JsonProperty
  public Set<WarningSign> warnings() {
    Set<WarningSign> signs = EnumSet.noneOf(WarningSign.class);
    way.stream()
        .map(Step::edge)
        .filter(Objects::nonNull)
        .map(edge -> (Collection<WarningSign>) edge.warnings())
        .forEach(signs::addAll);
    return signs;
  }
}
