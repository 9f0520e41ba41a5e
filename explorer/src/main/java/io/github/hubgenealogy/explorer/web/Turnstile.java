package io.github.hubgenealogy.explorer.web;

import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.SynchronousQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Function;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;

/**
 * Lets so many requests be computed at once that each has a core and its memory; the others wait,
 * and those that would wait too long are told to come back. A place is held while an answer is
 * computed and no longer: readers that take theirs slowly hold none.
 */
final class Turnstile extends Handler.Abstract {
  private static final String COME_BACK_SECONDS = "2";

  private final ServerSettings settings;
  private final Function<Request, Answer> computed;
  private final Outbox outbox = new Outbox();
  private ThreadPoolExecutor places;

  /**
   * Before a computation.
   *
   * @param computed what answers, and throws nothing
   */
  Turnstile(ServerSettings settings, Function<Request, Answer> computed) {
    this.settings = settings;
    this.computed = computed;
  }

  @Override
  protected void doStart() throws Exception {
    BlockingQueue<Runnable> queue =
        settings.waiting() == 0
            ? new SynchronousQueue<>()
            : new LinkedBlockingQueue<>(settings.waiting());
    places =
        new ThreadPoolExecutor(
            settings.concurrent(),
            settings.concurrent(),
            0,
            TimeUnit.SECONDS,
            queue,
            work -> {
              Thread thread = new Thread(work, "explore-place");
              thread.setDaemon(true);
              return thread;
            });
    super.doStart();
  }

  @Override
  protected void doStop() throws Exception {
    super.doStop();
    places.shutdownNow();
  }

  @Override
  public boolean handle(Request request, Response response, Callback callback) {
    AtomicBoolean begun = new AtomicBoolean();
    Runnable work =
        () -> {
          if (begun.compareAndSet(false, true)) {
            compute(request, response, callback);
          }
        };
    try {
      places.execute(work);
    } catch (RejectedExecutionException full) {
      busy(request, response, callback);
      return true;
    }
    if (!begun.get()) {
      getServer()
          .getScheduler()
          .schedule(
              () -> {
                if (begun.compareAndSet(false, true)) {
                  places.remove(work);
                  busy(request, response, callback);
                }
              },
              settings.patience().toMillis(),
              TimeUnit.MILLISECONDS);
    }
    return true;
  }

  private void compute(Request request, Response response, Callback callback) {
    try {
      outbox.send(computed.apply(request), request, response, callback);
    } catch (RuntimeException | Error fault) {
      callback.failed(fault);
      throw fault;
    }
  }

  /** The answer of a server that has no place left. */
  static void busy(Request request, Response response, Callback callback) {
    response.getHeaders().put(HttpHeader.RETRY_AFTER, COME_BACK_SECONDS);
    Problem busy =
        new Problem(503, "Busy", "too many ask at once; try again in " + COME_BACK_SECONDS + " s");
    Sender.send(busy.answer(), request, response, callback);
  }
}
