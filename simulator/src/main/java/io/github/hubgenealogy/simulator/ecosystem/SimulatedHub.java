package io.github.hubgenealogy.simulator.ecosystem;

import io.github.hubgenealogy.lake.store.Origin;
import io.github.hubgenealogy.simulator.hub.Account;
import io.github.hubgenealogy.simulator.hub.Hub;
import io.github.hubgenealogy.simulator.hub.Shelf;

/** A Hub that holds an ecosystem, and stands still. */
public final class SimulatedHub implements Hub {
  private final ModelShelf models;
  private final DatasetShelf datasets;
  private final Accounts accounts;

  public SimulatedHub(Ecosystem ecosystem) {
    this.models = new ModelShelf(ecosystem);
    this.datasets = new DatasetShelf(ecosystem);
    this.accounts = new Accounts(ecosystem);
  }

  @Override
  public Origin origin() {
    return Origin.SIMULATED;
  }

  @Override
  public Shelf models() {
    return models;
  }

  @Override
  public Shelf datasets() {
    return datasets;
  }

  @Override
  public Account account(String name) {
    return accounts.account(name);
  }
}
