package io.github.hubgenealogy.crawler;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.BiFunction;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.util.Callback;

/** A real HTTP server on loopback that answers as a test says. */
final class StubHub implements AutoCloseable {

  /** One answer; a body of null breaks the connection. */
  record Answer(int status, Map<String, String> headers, byte[] body) {
    static Answer json(String body, String... headers) {
      Map<String, String> named = new TreeMap<>();
      named.put("Content-Type", "application/json");
      for (int i = 0; i < headers.length; i += 2) {
        named.put(headers[i], headers[i + 1]);
      }
      return new Answer(200, named, body.getBytes(StandardCharsets.UTF_8));
    }

    static Answer status(int status, String body, String... headers) {
      Answer json = json(body, headers);
      return new Answer(status, json.headers(), json.body());
    }

    static Answer reset() {
      return new Answer(0, Map.of(), null);
    }
  }

  private final Server server = new Server();
  private final List<String> asked = new CopyOnWriteArrayList<>();
  private final List<String> methods = new CopyOnWriteArrayList<>();
  private final List<String> authorizations = new CopyOnWriteArrayList<>();

  /**
   * Starts.
   *
   * @param answers given the path with its query, and how often it was asked before
   */
  StubHub(BiFunction<String, Integer, Answer> answers) throws Exception {
    this((path, headers, before) -> answers.apply(path, before));
  }

  /** Answers given the path with its query, the request's headers, and how often it was asked. */
  interface Answers {
    Answer of(String path, Map<String, String> headers, int before);
  }

  StubHub(Answers answers) throws Exception {
    ServerConnector connector = new ServerConnector(server);
    connector.setHost("127.0.0.1");
    server.addConnector(connector);
    server.setHandler(
        new Handler.Abstract() {
          @Override
          public boolean handle(Request request, Response response, Callback callback) {
            String path = request.getHttpURI().getPathQuery();
            int before = (int) asked.stream().filter(path::equals).count();
            asked.add(path);
            String authorization = request.getHeaders().get("Authorization");
            if (authorization != null) {
              authorizations.add(authorization);
            }
            Map<String, String> headers = new TreeMap<>();
            request.getHeaders().forEach(field -> headers.put(field.getName(), field.getValue()));
            methods.add(request.getMethod());
            Answer answer = answers.of(path, headers, before);
            if (answer.body() == null) {
              request.getConnectionMetaData().getConnection().getEndPoint().close();
              callback.succeeded();
              return true;
            }
            response.setStatus(answer.status());
            answer.headers().forEach(response.getHeaders()::put);
            response.write(true, java.nio.ByteBuffer.wrap(answer.body()), callback);
            return true;
          }
        });
    server.start();
  }

  String address() {
    return "http://127.0.0.1:" + ((ServerConnector) server.getConnectors()[0]).getLocalPort();
  }

  /** Paths with their queries, in the order in which they were asked. */
  List<String> asked() {
    return asked;
  }

  /** The methods with which they were asked. */
  List<String> methods() {
    return methods;
  }

  /** The Authorization headers that came. */
  List<String> authorizations() {
    return authorizations;
  }

  @Override
  public void close() throws Exception {
    server.stop();
  }
}
