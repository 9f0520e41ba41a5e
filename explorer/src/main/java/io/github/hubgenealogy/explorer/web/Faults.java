package io.github.hubgenealogy.explorer.web;

import org.eclipse.jetty.http.HttpStatus;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;

/**
 * What the server itself refuses (a header too large, no HTTP at all) has the form of the others.
 */
final class Faults implements Request.Handler {
  @Override
  public boolean handle(Request request, Response response, Callback callback) {
    int status = response.getStatus() >= 400 ? response.getStatus() : 500;
    if (status == HttpStatus.SERVICE_UNAVAILABLE_503) {
      Turnstile.busy(request, response, callback);
      return true;
    }
    Problem problem =
        new Problem(status, HttpStatus.getMessage(status), "the server could not read the request");
    Sender.send(problem.answer(), request, response, callback);
    return true;
  }
}
