package io.github.hubgenealogy.simulator.ecosystem;

import io.github.hubgenealogy.simulator.hub.Account;

/** The owners of an ecosystem with what they own; counted once, when first asked for. */
final class Accounts {
  private final Ecosystem ecosystem;
  private int[] models;
  private int[] datasets;

  Accounts(Ecosystem ecosystem) {
    this.ecosystem = ecosystem;
  }

  /** An owner that owns something, or null. */
  Account account(String name) {
    Owners owners = ecosystem.owners();
    int owner = owners.number(name);
    if (owner < 0) {
      return null;
    }
    count();
    String current = owners.name(owner);
    return models[owner] + datasets[owner] == 0
        ? null
        : new Account(
            current,
            "The simulated " + current,
            owners.isOrganisation(owner),
            models[owner],
            datasets[owner],
            1 + owner % 40);
  }

  private synchronized void count() {
    if (models != null) {
      return;
    }
    int[] ofModels = new int[ecosystem.owners().count()];
    for (int model = 0; model < ecosystem.size(); model++) {
      ofModels[ecosystem.names().owner(model)]++;
    }
    datasets = new int[ofModels.length];
    for (int dataset = 0; dataset < ecosystem.datasets().count(); dataset++) {
      String owner = ecosystem.datasets().owner(dataset);
      if (owner != null) {
        datasets[ecosystem.owners().number(owner)]++;
      }
    }
    models = ofModels;
  }
}
