package io.github.hubgenealogy.explorer.web;

import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.server.handler.QoSHandler;
import org.eclipse.jetty.util.Callback;

/**
 * Lets so many requests be computed at once that each has a core and its memory; the others wait,
 * and those that would wait too long are told to come back.
 */
final class Turnstile extends QoSHandler {
  private static final String COME_BACK_SECONDS = "2";

  Turnstile(ServerSettings settings, Handler next) {
    super(next);
    setMaxRequestCount(settings.concurrent());
    setMaxSuspendedRequestCount(settings.waiting());
    setMaxSuspend(settings.patience());
  }

  @Override
  protected void failSuspended(
      Request request, Response response, Callback callback, int status, Throwable failure) {
    busy(request, response, callback);
  }

  /** The answer of a server that has no place left. */
  static void busy(Request request, Response response, Callback callback) {
    response.getHeaders().put(HttpHeader.RETRY_AFTER, COME_BACK_SECONDS);
    Problem busy =
        new Problem(503, "Busy", "too many ask at once; try again in " + COME_BACK_SECONDS + " s");
    Sender.send(busy.answer(), request, response, callback);
  }
}
