package io.github.hubgenealogy.explorer.web;

import io.github.hubgenealogy.lake.command.Fault;
import java.io.IOException;
import java.net.URI;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.server.HttpConnectionFactory;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.util.thread.QueuedThreadPool;

/** The explorer's HTTP server, from the constructor on until it is closed. */
public final class ExploreServer implements AutoCloseable {
  private static final int THREADS = 48;
  private static final int HEADER_BYTES = 16 << 10;
  private static final int IDLE_MILLIS = 30_000;
  private static final int BACKLOG = 1_024;

  private final Server server;
  private final ServerConnector connector;
  private final ServerSettings settings;

  /**
   * Starts to answer.
   *
   * @param site what answers, whose problems are sent as such
   */
  public ExploreServer(ServerSettings settings, Site site) {
    this.settings = settings;
    QueuedThreadPool threads = new QueuedThreadPool(THREADS);
    threads.setName("explore");
    threads.setDaemon(true);
    server = new Server(threads);
    HttpConfiguration http = new HttpConfiguration();
    http.setSendServerVersion(false);
    http.setRequestHeaderSize(HEADER_BYTES);
    connector = new ServerConnector(server, 1, 1, new HttpConnectionFactory(http));
    connector.setHost(settings.bind());
    connector.setPort(settings.port());
    connector.setIdleTimeout(IDLE_MILLIS);
    connector.setAcceptQueueSize(BACKLOG);
    server.addConnector(connector);
    Handler turnstile = new Turnstile(settings, new SafeSite(site)::answer);
    server.setHandler(new Guard(new HostNames(settings.bind(), settings.hosts()), turnstile));
    server.setErrorHandler(new Faults());
    start();
  }

  private void start() {
    try {
      server.start();
    } catch (IOException taken) {
      throw Fault.badInput(
          "cannot listen",
          settings.bind() + ":" + settings.port(),
          "Is the port taken, or the address not of this machine? Name another port, or 0 for a"
              + " free one.");
    } catch (Exception unexpected) {
      throw new IllegalStateException("the server does not start", unexpected);
    }
  }

  /** Where it answers. */
  public URI address() {
    String host = settings.bind().contains(":") ? "[" + settings.bind() + "]" : settings.bind();
    return URI.create("http://" + host + ":" + connector.getLocalPort());
  }

  @Override
  public void close() {
    try {
      server.stop();
    } catch (Exception unexpected) {
      throw new IllegalStateException("the server does not stop", unexpected);
    }
  }
}
