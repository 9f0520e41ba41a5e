package io.github.hubgenealogy.simulator.churn;

import io.github.hubgenealogy.lake.store.Origin;
import io.github.hubgenealogy.simulator.ecosystem.Ecosystem;
import io.github.hubgenealogy.simulator.ecosystem.SimulatedHub;
import io.github.hubgenealogy.simulator.hub.Account;
import io.github.hubgenealogy.simulator.hub.Hub;
import io.github.hubgenealogy.simulator.hub.Shelf;

/** A simulated Hub that changes while it is crawled; its datasets stand still. */
public final class ChurningHub implements Hub {
  private final SimulatedHub still;
  private final Shelf models;

  /**
   * A Hub at its beginning.
   *
   * @param ecosystem of as many models as the plan lists, and its reserve
   */
  public ChurningHub(Ecosystem ecosystem, ChurnPlan plan) {
    if (ecosystem.size() != plan.models() + plan.reserve()) {
      throw new IllegalArgumentException("the ecosystem has no room for what is created");
    }
    this.still = new SimulatedHub(ecosystem);
    this.models = new ChurningShelf(ecosystem, still.models(), plan.models(), new Changes(plan));
  }

  @Override
  public Origin origin() {
    return still.origin();
  }

  @Override
  public Shelf models() {
    return models;
  }

  @Override
  public Shelf datasets() {
    return still.datasets();
  }

  @Override
  public Account account(String name) {
    return still.account(name);
  }
}
