package io.github.hubgenealogy.explorer.web;

import java.nio.ByteBuffer;
import java.util.Iterator;
import java.util.LinkedHashSet;
import java.util.Set;
import org.eclipse.jetty.io.EndPoint;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;

/**
 * Answers on their way to readers that may be slow. They stay in memory until they are taken, so
 * all of them together are bounded: where one more would be too much, those that have been on their
 * way for longest are given up and their connections closed. Nobody is refused because of others
 * that do not read; who takes nothing at all is given up after the connection's idle time.
 */
final class Outbox {
  /** An eighth of the memory that an explorer is said to need. */
  static final long LIMIT = 256L << 20;

  /** In the order in which they were sent. */
  private final Set<Parcel> underWay = new LinkedHashSet<>();

  private long bytes;

  private record Parcel(EndPoint reader, int size) {
    @Override
    public boolean equals(Object other) {
      return this == other;
    }

    @Override
    public int hashCode() {
      return System.identityHashCode(this);
    }
  }

  /** Sends an answer and returns before it is taken. */
  void send(Answer answer, Request request, Response response, Callback callback) {
    byte[] body = Sender.head(answer, request, response);
    Parcel parcel =
        new Parcel(
            request.getConnectionMetaData().getConnection().getEndPoint(),
            request.getMethod().equals("HEAD") ? 0 : body.length);
    add(parcel);
    response.write(true, ByteBuffer.wrap(body), Callback.from(callback, () -> remove(parcel)));
  }

  private void add(Parcel parcel) {
    Set<Parcel> givenUp = new LinkedHashSet<>();
    synchronized (underWay) {
      Iterator<Parcel> oldest = underWay.iterator();
      bytes += parcel.size();
      while (bytes > LIMIT && oldest.hasNext()) {
        Parcel slow = oldest.next();
        oldest.remove();
        bytes -= slow.size();
        givenUp.add(slow);
      }
      underWay.add(parcel);
    }
    givenUp.forEach(slow -> slow.reader().close());
  }

  private void remove(Parcel parcel) {
    synchronized (underWay) {
      if (underWay.remove(parcel)) {
        bytes -= parcel.size();
      }
    }
  }
}
