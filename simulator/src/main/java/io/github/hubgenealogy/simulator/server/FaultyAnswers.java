package io.github.hubgenealogy.simulator.server;

import io.github.hubgenealogy.simulator.fault.FaultKind;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Set;

/** Answers that stand in for the right one when a fault says so. */
final class FaultyAnswers {
  private static final String HTML = "text/html; charset=utf-8";
  private static final String PAGE =
      "<!DOCTYPE html>\n<html><head><title>Simulated</title></head>"
          + "<body><h1>We are working on it</h1></body></html>\n";

  private FaultyAnswers() {}

  /** The hidden limiter's refusal: requests are left, and no text says how long to wait. */
  static Answer tooMany() {
    return Answer.error(429, null, "Too Many Requests");
  }

  /** An error instead of an answer, or null where no fault asks for one. */
  static Answer instead(Set<FaultKind> faults) {
    if (faults.contains(FaultKind.TOO_MANY)) {
      return tooMany();
    } else if (faults.contains(FaultKind.INTERNAL_ERROR)) {
      return Answer.error(
          500, null, "Internal Error - We're working hard to fix this as soon as possible!");
    } else if (faults.contains(FaultKind.BAD_GATEWAY)) {
      return gateway(502, "502 Bad Gateway");
    } else if (faults.contains(FaultKind.UNAVAILABLE)) {
      return gateway(503, "503 Service Temporarily Unavailable");
    }
    return faults.contains(FaultKind.GATEWAY_TIMEOUT) ? gateway(504, "504 Gateway Time-out") : null;
  }

  private static Answer gateway(int status, String title) {
    String page =
        "<html>\n<head><title>" + title + "</title></head>\n<body><h1>" + title + "</h1></body>\n";
    return Answer.bytes(status, HTML, (page + "</html>\n").getBytes(StandardCharsets.UTF_8));
  }

  /** Spoils a good JSON answer where a fault asks for it; files stay as they are. */
  static Answer spoilt(Answer answer, Set<FaultKind> faults) {
    if (answer.status() != 200 || !answer.isJson()) {
      return answer;
    } else if (faults.contains(FaultKind.HTML)) {
      return Answer.bytes(200, HTML, PAGE.getBytes(StandardCharsets.UTF_8));
    } else if (faults.contains(FaultKind.GARBAGE)) {
      return answer.withBody(noisy(Arrays.copyOf(answer.body(), answer.length())));
    }
    return answer;
  }

  private static byte[] noisy(byte[] body) {
    int from = body.length / 2;
    for (int i = from; i < Math.min(body.length, from + 24); i++) {
      body[i] = (byte) (0x80 | i);
    }
    return body;
  }
}
