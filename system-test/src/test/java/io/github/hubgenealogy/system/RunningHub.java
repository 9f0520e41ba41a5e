package io.github.hubgenealogy.system;

import io.github.hubgenealogy.simulator.Simulate;
import java.io.IOException;

/** A simulated Hub that runs while a test does, started as its command starts it. */
final class RunningHub implements AutoCloseable {
  private final Serving serving;

  private RunningHub(Serving serving) {
    this.serving = serving;
  }

  /** Starts a Hub on a free port with the options of {@code simulate}. */
  static RunningHub start(String... options) throws IOException {
    return new RunningHub(Serving.start("the simulated Hub", Simulate::runMain, options));
  }

  String address() {
    return serving.address();
  }

  @Override
  public void close() {
    serving.close();
  }
}
