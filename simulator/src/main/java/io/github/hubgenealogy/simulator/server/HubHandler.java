package io.github.hubgenealogy.simulator.server;

import io.github.hubgenealogy.simulator.fault.FaultKind;
import io.github.hubgenealogy.simulator.fault.Faults;
import io.github.hubgenealogy.simulator.hub.Hub;
import io.github.hubgenealogy.simulator.limit.BurstLimit;
import io.github.hubgenealogy.simulator.limit.RateLimits;
import io.github.hubgenealogy.simulator.limit.Verdict;
import java.time.Clock;
import java.util.Set;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;

/** Takes a request from its path to its answer: route, limits, token, faults, content, delay. */
final class HubHandler extends Handler.Abstract {
  private final ServerSettings settings;
  private final RateLimits limits;
  private final BurstLimit burst;
  private final Faults faults;
  private final Contents contents;
  private final AnswerWriter writer;

  HubHandler(Hub hub, ServerSettings settings, Clock clock) {
    this.settings = settings;
    this.limits = new RateLimits(settings.plan(), settings.window(), clock);
    this.burst = new BurstLimit(settings.faults().burst(), clock);
    this.faults = new Faults(settings.faults());
    this.contents = new Contents(hub, settings);
    this.writer = new AnswerWriter(hub.origin());
  }

  @Override
  public boolean handle(Request request, Response response, Callback callback) {
    Set<FaultKind> wrong = faults.of(request.getMethod() + request.getHttpURI().getPathQuery());
    Delivery delivery = new Delivery(request, response, callback, wrong, settings.faults());
    if (wrong.contains(FaultKind.RESET)) {
      delivery.reset();
      return true;
    }
    Route route = Route.of(request.getHttpURI().getPath());
    Caller caller = Caller.of(request.getHeaders().get(HttpHeader.AUTHORIZATION));
    int cost = route instanceof Route.Cached && !settings.chargeCacheHop() ? 0 : 1;
    Verdict verdict = limits.charge(caller.account(), route.bucket(), cost);
    Answer answer =
        verdict.allowed()
            ? allowed(request, route, caller, wrong)
            : Answer.error(429, null, verdict.refusal());
    delivery.after(settings.latency(), () -> writer.send(delivery, answer, verdict));
    return true;
  }

  private Answer allowed(Request request, Route route, Caller caller, Set<FaultKind> wrong) {
    if (!burst.allows(caller.account())) {
      return FaultyAnswers.tooMany();
    }
    Answer instead = FaultyAnswers.instead(wrong);
    if (instead != null) {
      return instead;
    } else if (!request.getMethod().equals("GET") && !request.getMethod().equals("HEAD")) {
      return Errors.methodNotAllowed();
    } else if (caller.refused()) {
      return Errors.badToken();
    }
    try {
      return FaultyAnswers.spoilt(contents.answer(request, route, caller, wrong), wrong);
    } catch (BadRequest bad) {
      return Answer.error(400, null, bad.getMessage());
    }
  }
}
