package io.github.hubgenealogy.crawler.rate;

/** Why a crawl ends before all is done. */
public enum StopReason {
  /** A person or the system asked it to. */
  INTERRUPTED,
  /** The time given with {@code --for} is up. */
  TIME_IS_UP,
  /** Another thread met what no retry mends. */
  FAILED
}
