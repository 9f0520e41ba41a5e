package io.github.hubgenealogy.simulator.fault;

import java.util.Arrays;
import java.util.Optional;
import java.util.stream.Collectors;

/** Ways in which the Hub and the network between fail. */
public enum FaultKind {
  /** A limiter that no header announces: 429 though requests are left. */
  TOO_MANY("429"),
  INTERNAL_ERROR("500"),
  BAD_GATEWAY("502"),
  UNAVAILABLE("503"),
  GATEWAY_TIMEOUT("504"),
  /** The connection is reset before an answer. */
  RESET("reset"),
  /** The connection is closed in the middle of the body. */
  TRUNCATE("truncate"),
  /** JSON with noise in its middle. */
  GARBAGE("garbage"),
  /** 200 with a page for people instead of JSON. */
  HTML("html"),
  /** The body trickles. */
  SLOW("slow"),
  /** The body stops in its middle, and the connection stays open for long. */
  STALL("stall"),
  /** A page of a list repeats records of its own and the last one of the page before. */
  DUPLICATE("duplicate"),
  /** A page of a list is shorter than asked for, though it is not the last. */
  SHORT_PAGE("short-page");

  private final String word;

  FaultKind(String word) {
    this.word = word;
  }

  public String word() {
    return word;
  }

  public static Optional<FaultKind> of(String word) {
    return Arrays.stream(values()).filter(kind -> kind.word.equals(word)).findFirst();
  }

  /** All words, for a person. */
  public static String words() {
    return Arrays.stream(values()).map(FaultKind::word).collect(Collectors.joining(" "));
  }
}
