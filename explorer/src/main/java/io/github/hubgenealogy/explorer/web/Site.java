package io.github.hubgenealogy.explorer.web;

/** What answers a request. */
@FunctionalInterface
public interface Site {
  /**
   * The answer to a path.
   *
   * @param path as sent, decoded once
   * @param query as sent, not decoded; null where there is none
   * @throws Problem where there is no answer
   */
  Answer answer(String path, String query);
}
