package io.github.hubgenealogy.simulator.server;

import io.github.hubgenealogy.lake.command.Fault;
import io.github.hubgenealogy.simulator.hub.Hub;
import java.io.IOException;
import java.net.URI;
import java.time.Clock;
import org.eclipse.jetty.http.UriCompliance;
import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.server.HttpConnectionFactory;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.util.thread.QueuedThreadPool;

/** A Hub that answers on 127.0.0.1 and nowhere else, from the constructor on until it is closed. */
public final class HubServer implements AutoCloseable {
  private static final String LOOPBACK = "127.0.0.1";
  private static final int THREADS = 64;

  private final Server server;
  private final ServerConnector connector;

  /** Starts to answer. */
  public HubServer(Hub hub, ServerSettings settings, Clock clock) {
    QueuedThreadPool threads = new QueuedThreadPool(THREADS);
    threads.setName("hub");
    threads.setDaemon(true);
    server = new Server(threads);
    HttpConfiguration http = new HttpConfiguration();
    http.setSendServerVersion(false);
    http.setSendDateHeader(true);
    // Ids are what they are; nothing here is a file path.
    http.setUriCompliance(UriCompliance.UNSAFE);
    connector = new ServerConnector(server, 1, 1, new HttpConnectionFactory(http));
    connector.setHost(LOOPBACK);
    connector.setPort(settings.port());
    server.addConnector(connector);
    server.setHandler(new HubHandler(hub, settings, clock));
    start(settings.port());
  }

  private void start(int port) {
    try {
      server.start();
    } catch (IOException taken) {
      throw Fault.badInput(
          "cannot listen",
          LOOPBACK + ":" + port,
          "Is the port taken? Name another, or 0 for a free one.");
    } catch (Exception unexpected) {
      throw new IllegalStateException("the server does not start", unexpected);
    }
  }

  /** Where it answers, {@code http://127.0.0.1:PORT}. */
  public URI address() {
    return URI.create("http://" + LOOPBACK + ":" + connector.getLocalPort());
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
