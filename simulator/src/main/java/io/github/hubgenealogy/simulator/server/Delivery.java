package io.github.hubgenealogy.simulator.server;

import io.github.hubgenealogy.simulator.fault.FaultKind;
import io.github.hubgenealogy.simulator.fault.FaultSettings;
import java.io.IOException;
import java.net.StandardSocketOptions;
import java.nio.ByteBuffer;
import java.nio.channels.SocketChannel;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.eclipse.jetty.io.EofException;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;

/** How an answer's bytes reach the caller, or do not: at once, trickling, in part, never. */
final class Delivery {
  private static final int PIECES = 10;

  private final Request request;
  private final Response response;
  private final Callback callback;
  private final Set<FaultKind> faults;
  private final FaultSettings settings;

  Delivery(
      Request request,
      Response response,
      Callback callback,
      Set<FaultKind> faults,
      FaultSettings settings) {
    this.request = request;
    this.response = response;
    this.callback = callback;
    this.faults = faults;
    this.settings = settings;
  }

  Request request() {
    return request;
  }

  Response response() {
    return response;
  }

  /** Resets the connection (RST) without an answer. */
  void reset() {
    try {
      Object transport =
          request.getConnectionMetaData().getConnection().getEndPoint().getTransport();
      if (transport instanceof SocketChannel channel) {
        channel.setOption(StandardSocketOptions.SO_LINGER, 0);
        channel.close();
      }
    } catch (IOException gone) {
      // The caller was faster.
    }
    callback.failed(new EofException("reset on purpose"));
  }

  /** Does something after a while, on a thread of the server's. */
  void after(Duration delay, Runnable action) {
    if (delay.isZero()) {
      action.run();
    } else {
      request
          .getComponents()
          .getScheduler()
          .schedule(action, delay.toMillis(), TimeUnit.MILLISECONDS);
    }
  }

  /** Sends a whole body; headers are set. */
  void send(ByteBuffer body, boolean chunked) {
    boolean whole = !faults.contains(FaultKind.TRUNCATE) && !faults.contains(FaultKind.STALL);
    if (!whole) {
      body.limit(body.position() + body.remaining() / 2);
    }
    if (faults.contains(FaultKind.SLOW) && body.remaining() >= PIECES) {
      trickle(body, body.remaining() / PIECES, whole);
    } else if (whole && !chunked) {
      response.write(true, body, callback);
    } else {
      response.write(false, body, Callback.from(() -> end(whole), callback::failed));
    }
  }

  private void trickle(ByteBuffer body, int piece, boolean whole) {
    ByteBuffer next = body.slice(body.position(), Math.min(piece, body.remaining()));
    body.position(body.position() + next.remaining());
    Runnable then =
        body.hasRemaining()
            ? () -> after(settings.slowFor().dividedBy(PIECES), () -> trickle(body, piece, whole))
            : () -> end(whole);
    response.write(false, next, Callback.from(then, callback::failed));
  }

  private void end(boolean whole) {
    if (whole) {
      response.write(true, null, callback);
    } else if (faults.contains(FaultKind.STALL)) {
      after(settings.stallFor(), this::breakOff);
    } else {
      breakOff();
    }
  }

  private void breakOff() {
    callback.failed(new EofException("broken off on purpose"));
  }
}
