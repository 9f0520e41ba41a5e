package io.github.hubgenealogy.explorer.terminal;

import io.github.hubgenealogy.explorer.genealogy.Genealogy;
import io.github.hubgenealogy.explorer.genealogy.Hit;
import io.github.hubgenealogy.explorer.genealogy.Resolved;
import io.github.hubgenealogy.lake.command.Fault;

/** Names on the command line turned into ids, or into one line that names the nearest. */
final class Models {
  private Models() {}

  /** The model that a name leads to. */
  static String id(Genealogy genealogy, String asked) {
    Resolved resolved = genealogy.resolve(asked);
    if (!resolved.found()) {
      throw resolved.fault("model", genealogy.snapshot().id());
    }
    if (resolved.kind() != Hit.Kind.MODEL) {
      throw Fault.badInput(
          "'" + asked + "' is a data set, not a model",
          "snapshot " + genealogy.snapshot().id(),
          "See what was trained on it: hubgen exposure " + resolved.id());
    }
    return resolved.id();
  }
}
