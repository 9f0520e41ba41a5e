package io.github.hubgenealogy.crawler.hub;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.io.JsonEOFException;
import io.github.hubgenealogy.crawler.rate.ServerClock;
import java.io.ByteArrayInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.net.ConnectException;
import java.net.ProtocolException;
import java.net.http.HttpConnectTimeoutException;
import java.net.http.HttpHeaders;
import java.net.http.HttpResponse;
import java.net.http.HttpTimeoutException;
import java.nio.channels.UnresolvedAddressException;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipException;
import javax.net.ssl.SSLException;

/**
 * Makes an answer of what came over the wire: tells which statuses are answers and which are
 * trouble, reads bodies within their limits of time and size, and names what went wrong.
 */
final class Bodies implements AutoCloseable {
  private final HttpSettings settings;
  private final ScheduledExecutorService watchdog = watchdog();

  Bodies(HttpSettings settings) {
    this.settings = settings;
  }

  private static ScheduledExecutorService watchdog() {
    ScheduledThreadPoolExecutor executor =
        new ScheduledThreadPoolExecutor(
            1,
            task -> {
              Thread thread = Executors.defaultThreadFactory().newThread(task);
              thread.setName("body-watchdog");
              thread.setDaemon(true);
              return thread;
            });
    executor.setRemoveOnCancelPolicy(true);
    return executor;
  }

  /** Waits for one attempt's answer and reads it. */
  <T> Answer<T> take(Flight flight, BodyReader<T> reader) {
    HttpResponse<InputStream> response;
    try {
      Duration most = settings.answerTimeout().plus(settings.bodyTimeout());
      response = flight.response().get(most.toMillis(), TimeUnit.MILLISECONDS);
    } catch (ExecutionException failed) {
      return failed(flight, 0, failed.getCause());
    } catch (TimeoutException slow) {
      flight.response().cancel(true);
      return failed(flight, 0, new TroubleException(Trouble.BODY_TIMEOUT, "no end in time"));
    } catch (CancellationException cancelled) {
      return failed(flight, 0, new IOException("cancelled"));
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      return failed(flight, 0, interrupted);
    }
    return read(flight, response, reader);
  }

  private <T> Answer<T> read(
      Flight flight, HttpResponse<InputStream> response, BodyReader<T> reader) {
    int status = response.statusCode();
    HttpHeaders headers = response.headers();
    InputStream raw = response.body();
    Future<?> alarm = null;
    boolean[] late = new boolean[1];
    try (raw) {
      if (flight.ask().kind().streamed()) {
        alarm =
            watchdog.schedule(
                () -> {
                  late[0] = true;
                  raw.close();
                  return null;
                },
                settings.bodyTimeout().toMillis(),
                TimeUnit.MILLISECONDS);
      }
      Optional<Trouble> trouble = troubleOf(status);
      if (trouble.isPresent()) {
        return new Answer.Failed<>(
            trouble.get(), status, "status " + status, flight.asked(), retryAfter(status, headers));
      }
      if (status != 200) {
        return new Answer.Given<>(status, headers, null, flight.asked());
      }
      return new Answer.Given<>(
          status, headers, body(flight, headers, raw, reader), flight.asked());
    } catch (IOException | IllegalArgumentException broken) {
      return failed(
          flight,
          status,
          late[0] ? new TroubleException(Trouble.BODY_TIMEOUT, "no end in time") : broken);
    } finally {
      if (alarm != null) {
        alarm.cancel(false);
      }
    }
  }

  private static <T> T body(
      Flight flight, HttpHeaders headers, InputStream raw, BodyReader<T> reader)
      throws IOException {
    if (headers.firstValue("Content-Type").orElse("").toLowerCase(Locale.ROOT).contains("html")) {
      throw new TroubleException(Trouble.HTML, "a web page instead of data");
    }
    boolean gzip = headers.firstValue("Content-Encoding").orElse("").equalsIgnoreCase("gzip");
    InputStream plain = gzip ? new GZIPInputStream(raw, 1 << 16) : raw;
    long limit = flight.ask().bodyLimit();
    if (flight.ask().kind().streamed()) {
      return reader.read(flight.asked(), headers, new BoundedStream(plain, limit));
    }
    // A file came within its limit as it stands; what some proxy has packed grows no further.
    return reader.read(
        flight.asked(),
        headers,
        gzip ? new ByteArrayInputStream(plain.readNBytes((int) limit + 1)) : plain);
  }

  private static Optional<Trouble> troubleOf(int status) {
    if (status == 429) {
      return Optional.of(Trouble.RATE_LIMITED);
    }
    if (status == 405) {
      return Optional.of(Trouble.CHALLENGE);
    }
    if (status == 408 || status == 425 || status >= 500 || status < 200) {
      return Optional.of(Trouble.SERVER_ERROR);
    }
    return Optional.empty();
  }

  static Duration retryAfter(int status, HttpHeaders headers) {
    if (status == 429 && HubClient.isUsedUp(headers)) {
      return Duration.ZERO;
    }
    String text = headers.firstValue("Retry-After").orElse("");
    if (text.matches("\\d{1,6}")) {
      return Duration.ofSeconds(Long.parseLong(text));
    }
    // As a date it is by the server's clock, and so counted from the answer's own.
    Optional<Instant> until = ServerClock.dateOf(text);
    Optional<Instant> from = headers.firstValue("Date").flatMap(ServerClock::dateOf);
    return until.isPresent() && from.isPresent() && until.get().isAfter(from.get())
        ? Duration.between(from.get(), until.get())
        : null;
  }

  private static <T> Answer<T> failed(Flight flight, int status, Throwable cause) {
    String detail = cause.getClass().getSimpleName();
    return new Answer.Failed<>(troubleOf(cause), status, detail, flight.asked(), null);
  }

  static Trouble troubleOf(Throwable cause) {
    for (Throwable each = cause; each != null; each = each.getCause()) {
      if (each instanceof TroubleException known) {
        return known.trouble();
      }
      if (each instanceof HttpConnectTimeoutException) {
        return Trouble.CONNECT_TIMEOUT;
      }
      if (each instanceof HttpTimeoutException) {
        return Trouble.ANSWER_TIMEOUT;
      }
      if (each instanceof ConnectException || each instanceof UnresolvedAddressException) {
        return Trouble.NO_CONNECTION;
      }
      if (each instanceof SSLException) {
        return Trouble.TLS;
      }
      if (each instanceof JsonEOFException || each instanceof EOFException) {
        return Trouble.TRUNCATED;
      }
      if (each instanceof JsonProcessingException
          || each instanceof ZipException
          || each instanceof ProtocolException
          || each instanceof IllegalArgumentException) {
        return Trouble.GARBLED;
      }
    }
    return Trouble.RESET;
  }

  @Override
  public void close() {
    watchdog.shutdownNow();
  }
}
