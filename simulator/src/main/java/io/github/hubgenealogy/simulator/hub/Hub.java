package io.github.hubgenealogy.simulator.hub;

/** A Hub's content, models and datasets. */
public interface Hub {
  Shelf models();

  Shelf datasets();
}
