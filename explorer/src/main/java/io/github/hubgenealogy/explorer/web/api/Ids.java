package io.github.hubgenealogy.explorer.web.api;

import io.github.hubgenealogy.explorer.genealogy.Genealogy;
import io.github.hubgenealogy.explorer.genealogy.Hit;
import io.github.hubgenealogy.explorer.genealogy.Resolved;
import io.github.hubgenealogy.explorer.web.Problem;
import java.util.stream.Collectors;

/** From the name that a client gives to an id of the snapshot, or to a problem that helps. */
final class Ids {
  private Ids() {}

  static String model(Genealogy genealogy, String asked) {
    return found(genealogy.resolve(asked), Hit.Kind.MODEL);
  }

  static String dataset(Genealogy genealogy, String asked) {
    return found(genealogy.resolveDataset(asked), Hit.Kind.DATASET);
  }

  private static String found(Resolved resolved, Hit.Kind kind) {
    if (resolved.found() && resolved.kind() == kind) {
      return resolved.id();
    }
    String nearest =
        resolved.candidates().isEmpty()
            ? ""
            : "; nearest: "
                + resolved.candidates().stream()
                    .map(Parameters::shown)
                    .collect(Collectors.joining(", "));
    throw Problem.notFound(
        "no "
            + (kind == Hit.Kind.MODEL ? "model" : "data set")
            + " '"
            + Parameters.shown(resolved.asked())
            + "' in this snapshot"
            + nearest);
  }
}
