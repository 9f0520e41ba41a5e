package io.github.hubgenealogy.jobs.verify;

import io.github.hubgenealogy.lake.contract.TableContract;
import io.github.hubgenealogy.lake.contract.TableContracts;

/** The contract of a table that a manifest names, which may come from another version. */
final class Contracts {
  private Contracts() {}

  /** The contract, or null where this build knows no such table. */
  static TableContract of(String table) {
    return TableContracts.ofManifests().stream()
        .filter(contract -> contract.name().equals(table))
        .findFirst()
        .orElse(null);
  }
}
