package io.github.hubgenealogy.cluster;

import io.github.hubgenealogy.simulator.Simulate;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.PipedReader;
import java.io.PipedWriter;
import java.io.PrintWriter;
import java.io.StringWriter;

/** A simulated Hub that runs while a test does, started as its command starts it. */
final class RunningHub implements AutoCloseable {
  private static final String LISTENING = "listening on ";

  private final Thread thread;
  private final String address;

  private RunningHub(Thread thread, String address) {
    this.thread = thread;
    this.address = address;
  }

  /** Starts a Hub on a free port with the options of {@code simulate}. */
  static RunningHub start(String... options) throws IOException {
    String[] arguments = new String[options.length + 2];
    System.arraycopy(options, 0, arguments, 0, options.length);
    arguments[options.length] = "--port";
    arguments[options.length + 1] = "0";
    PipedReader reader = new PipedReader();
    PrintWriter out = new PrintWriter(new PipedWriter(reader), true);
    StringWriter err = new StringWriter();
    Thread thread = new Thread(() -> Simulate.runMain(out, new PrintWriter(err), arguments), "hub");
    thread.setDaemon(true);
    thread.start();
    String line = new BufferedReader(reader).readLine();
    if (line == null || !line.startsWith(LISTENING)) {
      throw new IllegalStateException("the simulated Hub did not start: " + line + " " + err);
    }
    return new RunningHub(thread, line.substring(LISTENING.length()));
  }

  String address() {
    return address;
  }

  @Override
  public void close() {
    thread.interrupt();
    try {
      thread.join();
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
    }
  }
}
