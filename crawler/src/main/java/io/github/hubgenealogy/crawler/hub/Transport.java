package io.github.hubgenealogy.crawler.hub;

import io.github.hubgenealogy.crawler.Tally;
import io.github.hubgenealogy.crawler.rate.Permit;
import io.github.hubgenealogy.crawler.rate.RateHeaders;
import io.github.hubgenealogy.crawler.rate.RateLimiters;
import io.github.hubgenealogy.crawler.rate.ServerClock;
import io.github.hubgenealogy.crawler.rate.ServerRateLimiter;
import io.github.hubgenealogy.crawler.rate.TimeSource;
import io.github.hubgenealogy.lake.store.Origin;
import java.io.InputStream;
import java.net.http.HttpClient;
import java.net.http.HttpClient.Redirect;
import java.net.http.HttpClient.Version;
import java.net.http.HttpHeaders;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandler;
import java.net.http.HttpResponse.BodySubscribers;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;

/**
 * Sends one request when its bucket allows, and tells the bucket what the answer's head says, at
 * the moment it comes. Redirects are never followed here. HTTP/1.1, because its flow control is the
 * connection's own: a page that is not read yet stops coming.
 */
final class Transport {
  static final String ORIGIN_HEADER = "X-Hub-Origin";

  private final Endpoint endpoint;
  private final Token token;
  private final HttpSettings settings;
  private final RateLimiters limiters;
  private final TimeSource time;
  private final ServerClock clock = new ServerClock();
  private final Tally tally;
  private final HttpClient client;
  private final String userAgent;
  private final AtomicReference<Origin> origin = new AtomicReference<>();

  Transport(
      Endpoint endpoint,
      Token token,
      HttpSettings settings,
      RateLimiters limiters,
      TimeSource time,
      Tally tally,
      String version) {
    this.endpoint = endpoint;
    this.token = token;
    this.settings = settings;
    this.limiters = limiters;
    this.time = time;
    this.tally = tally;
    this.userAgent =
        "hub-genealogy/"
            + version
            + (settings.contact().isEmpty() ? "" : " (+" + settings.contact() + ")");
    this.client =
        HttpClient.newBuilder()
            // On the client's own thread: what it runs are a few lock-guarded lines and copies of
            // bytes, and to hand each to a pool costs more than they do.
            .executor(Runnable::run)
            .version(Version.HTTP_1_1)
            .followRedirects(Redirect.NEVER)
            .connectTimeout(settings.connectTimeout())
            .build();
  }

  /** The server's clock, by the {@code Date} of its answers. */
  ServerClock clock() {
    return clock;
  }

  /** What the server says that its data is; the Hub's own says nothing. */
  Origin origin() {
    return origin.get() == null ? Origin.HUB : origin.get();
  }

  /** Waits for leave and sends. */
  Flight send(Ask ask, boolean signed) {
    ServerRateLimiter limiter = limiterOf(ask);
    limiter.acquirePermission();
    return depart(ask, limiter, signed);
  }

  /** Sends if that needs no waiting. */
  Optional<Flight> sendNow(Ask ask) {
    ServerRateLimiter limiter = limiterOf(ask);
    return limiter.reservePermission() == 0
        ? Optional.of(depart(ask, limiter, true))
        : Optional.empty();
  }

  private ServerRateLimiter limiterOf(Ask ask) {
    return limiters.forKind(ask.kind().name(), ask.kind().bucket());
  }

  private Flight depart(Ask ask, ServerRateLimiter limiter, boolean signed) {
    Instant asked = time.now();
    HttpRequest request = request(ask, signed);
    Permit permit = limiter.depart();
    AtomicBoolean settled = new AtomicBoolean();
    BodyHandler<InputStream> handler =
        info -> {
          settled.set(true);
          heard(ask, limiter, permit, info.statusCode(), info.headers());
          return ask.kind().streamed()
              ? BodySubscribers.ofInputStream()
              : new BoundedBytes(
                  ask.bodyLimit(), info.headers().firstValueAsLong("Content-Length").orElse(-1));
        };
    CompletableFuture<HttpResponse<InputStream>> response = client.sendAsync(request, handler);
    var unused =
        response.whenComplete(
            (given, failure) -> {
              if (!settled.getAndSet(true)) {
                limiter.lost(permit);
              }
            });
    return new Flight(ask, response, permit.sent(), asked);
  }

  private HttpRequest request(Ask ask, boolean signed) {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(ask.uri())
            .method(ask.kind().method(), BodyPublishers.noBody())
            .timeout(settings.answerTimeout())
            .setHeader("User-Agent", userAgent)
            .setHeader("Accept-Encoding", compressed(ask) ? "gzip" : "identity");
    ask.headers().forEach(request::setHeader);
    if (signed) {
      token.sign(request, ask.uri(), endpoint);
    }
    return request.build();
  }

  /**
   * Pages are compressed on the wire, unless there is no wire: on loopback that costs both sides
   * more than it saves. Files come as they are.
   */
  private boolean compressed(Ask ask) {
    return ask.kind().streamed()
        && (settings.compressOnLoopback() || !Endpoint.isLoopback(ask.uri().getHost()));
  }

  private void heard(
      Ask ask, ServerRateLimiter limiter, Permit permit, int status, HttpHeaders headers) {
    tally.count("requests." + status);
    long counted = time.nanos();
    if (endpoint.owns(ask.uri())) {
      counted = clock.heard(permit.sent(), counted, headers);
    }
    Optional<RateHeaders> rate =
        endpoint.owns(ask.uri())
            ? RateHeaders.parse(
                headers.firstValue(RateHeaders.STATE).orElse(null),
                headers.firstValue(RateHeaders.POLICY).orElse(null))
            : Optional.empty();
    if (rate.isEmpty()) {
      limiter.answeredWithoutRate(permit, status < 500 && status != 429);
    } else if (rate.get().bucket().equals(limiter.getName())) {
      limiter.answered(permit, counted, rate.get());
    } else {
      limiter.misdirected(
          permit, limiters.named(ask.kind().name(), rate.get().bucket()), counted, rate.get());
    }
    if (origin.get() == null && endpoint.owns(ask.uri())) {
      origin.set(headers.firstValue(ORIGIN_HEADER).map(Transport::originOf).orElse(null));
    }
  }

  private static Origin originOf(String word) {
    return switch (word) {
      case "simulated" -> Origin.SIMULATED;
      case "corpus" -> Origin.CORPUS;
      default -> Origin.HUB;
    };
  }

  /**
   * Tells the bucket of a 429. A count that is used up is waited out by the limiter as it is; a
   * Retry-After holds for all; any other 429 is of a limit that is not announced.
   */
  void refused(Ask ask, Answer.Failed<?> failed, Duration pause) {
    if (failed.retryAfter() == null) {
      limiterOf(ask).refused(pause);
    } else if (!failed.retryAfter().isZero()) {
      limiterOf(ask).hold(pause);
    }
  }
}
