package io.github.hubgenealogy.crawler.hub;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpHeaders;
import java.time.Instant;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Fetches one file of a repository: the Hub answers with where it is, and that place gives it. Each
 * hop asks its own bucket for leave. The token goes along only within the endpoint's origin.
 */
public final class FileFetch {
  private final HubClient client;
  private final int redirects;

  public FileFetch(HubClient client, int redirects) {
    this.client = client;
    this.redirects = redirects;
  }

  /**
   * What came.
   *
   * @param answer of the last hop
   * @param commit the commit that the Hub names for the file, or null
   */
  public record Result(Answer<byte[]> answer, String commit) {}

  /**
   * Fetches.
   *
   * @param limit bytes; of a longer file one byte more than that comes
   */
  public Result fetch(URI file, int limit) {
    return fetch(file, limit, Map.of());
  }

  /** Fetches with headers such as If-None-Match. */
  public Result fetch(URI file, int limit, Map<String, String> headers) {
    Set<URI> visited = new HashSet<>();
    URI at = file;
    String commit = null;
    Ask.Kind kind = Ask.Kind.FILE;
    while (true) {
      visited.add(at);
      Answer<byte[]> answer = client.ask(new Ask(kind, at, headers, limit), FileFetch::bytes);
      if (answer instanceof Answer.Failed<byte[]> failed && isElsewhere(at, failed)) {
        // The Hub is well: one file of it leads to a place that is not there.
        return new Result(
            new Answer.Failed<>(
                Trouble.REDIRECT,
                failed.status(),
                "a redirect leads where nobody answers",
                failed.asked(),
                null),
            commit);
      }
      if (!(answer instanceof Answer.Given<byte[]> given)) {
        return new Result(answer, commit);
      }
      commit = commit == null ? given.header("X-Repo-Commit").orElse(null) : commit;
      if (given.status() < 301 || given.status() > 308 || given.status() == 304) {
        return new Result(answer, commit);
      }
      Optional<URI> next = target(at, given);
      if (next.isEmpty() || !visited.add(next.get()) || visited.size() > redirects + 1) {
        return new Result(
            new Answer.Failed<>(
                Trouble.REDIRECT, given.status(), "redirects lead nowhere", given.asked(), null),
            commit);
      }
      at = next.get();
      kind = at.getRawPath().contains("/resolve/") ? Ask.Kind.FILE : Ask.Kind.FILE_BYTES;
    }
  }

  private boolean isElsewhere(URI at, Answer.Failed<byte[]> failed) {
    return failed.trouble().isUnreachable() && !client.endpoint().owns(at);
  }

  private static Optional<URI> target(URI from, Answer.Given<byte[]> given) {
    try {
      return given
          .header("Location")
          .map(location -> from.resolve(URI.create(location)))
          .filter(Endpoint::isSafe);
    } catch (IllegalArgumentException malformed) {
      return Optional.empty();
    }
  }

  private static byte[] bytes(Instant asked, HttpHeaders headers, InputStream body)
      throws IOException {
    return body.readAllBytes();
  }
}
