package io.github.hubgenealogy.explorer.web;

import java.util.Set;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;

/**
 * Turns away what this server has nothing to do with before anything is computed: other methods
 * than GET and HEAD, bodies, and requests under a name that is not ours. The last is how a web site
 * reads a server on somebody's own machine, by letting its name lead to 127.0.0.1 (DNS rebinding).
 */
final class Guard extends Handler.Wrapper {
  private final HostNames names;

  Guard(HostNames names, Handler next) {
    super(next);
    this.names = names;
  }

  @Override
  public boolean handle(Request request, Response response, Callback callback) throws Exception {
    Problem problem = problemOf(request);
    if (problem == null) {
      return super.handle(request, response, callback);
    }
    if (problem.status() == 405) {
      response.getHeaders().put(HttpHeader.ALLOW, "GET, HEAD");
    }
    if (problem.status() == 413) {
      // What was not read of the body must not be taken for the next request.
      response.getHeaders().put(HttpHeader.CONNECTION, "close");
    }
    Sender.send(problem.answer(), request, response, callback);
    return true;
  }

  private Problem problemOf(Request request) {
    Set<String> methods = Set.of("GET", "HEAD");
    var headers = request.getHeaders();
    if (!names.allow(headers.get(HttpHeader.HOST))) {
      return new Problem(
          421,
          "Misdirected request",
          "this server does not answer under that name; start it with --host NAME if it shall");
    }
    if (headers.getLongField(HttpHeader.CONTENT_LENGTH) > 0
        || headers.contains(HttpHeader.TRANSFER_ENCODING)) {
      return new Problem(413, "Content too large", "no request here has a body");
    }
    if (!methods.contains(request.getMethod())) {
      return new Problem(405, "Method not allowed", "everything here is read: use GET or HEAD");
    }
    return null;
  }
}
