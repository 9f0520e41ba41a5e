package io.github.hubgenealogy.crawler.hub;

import java.io.IOException;
import java.io.InputStream;
import java.net.http.HttpHeaders;
import java.time.Instant;

/**
 * Makes something of a 200's body, decompressed and bounded. It may be called again for another
 * attempt, so it keeps nothing of one that failed.
 */
@FunctionalInterface
public interface BodyReader<T> {
  /**
   * Reads.
   *
   * @param asked when the request left, by the wall clock
   * @throws IOException for a body that broke off or is not what it should be; the request is
   *     retried
   */
  T read(Instant asked, HttpHeaders headers, InputStream body) throws IOException;
}
