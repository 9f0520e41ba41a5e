package io.github.hubgenealogy.system;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.PipedReader;
import java.io.PipedWriter;
import java.io.PrintWriter;
import java.io.StringWriter;

/** A command that serves on loopback while a test runs, in this process. */
final class Serving implements AutoCloseable {
  private static final String LISTENING = "listening on ";

  private final Thread thread;
  private final String address;

  private Serving(Thread thread, String address) {
    this.thread = thread;
    this.address = address;
  }

  /** What a command's main does, without leaving the process. */
  @FunctionalInterface
  interface Main {
    int run(PrintWriter out, PrintWriter err, String... arguments);
  }

  /** Starts it on a free port, and waits for the line that it is ready. */
  static Serving start(String name, Main main, String... options) throws IOException {
    String[] arguments = new String[options.length + 2];
    System.arraycopy(options, 0, arguments, 0, options.length);
    arguments[options.length] = "--port";
    arguments[options.length + 1] = "0";
    PipedReader reader = new PipedReader();
    PrintWriter out = new PrintWriter(new PipedWriter(reader), true);
    StringWriter err = new StringWriter();
    Thread thread = new Thread(() -> main.run(out, new PrintWriter(err), arguments), name);
    thread.setDaemon(true);
    thread.start();
    String line = new BufferedReader(reader).readLine();
    if (line == null || !line.startsWith(LISTENING)) {
      throw new IllegalStateException(name + " did not start: " + line + " " + err);
    }
    return new Serving(thread, line.substring(LISTENING.length()));
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
