package io.github.hubgenealogy.crawler.hub;

import java.net.URI;
import java.util.Map;

/**
 * One question to the Hub.
 *
 * @param headers beyond those that every request has
 * @param bodyLimit bytes after decompression; what is longer is cut one byte beyond
 */
public record Ask(Kind kind, URI uri, Map<String, String> headers, long bodyLimit) {

  /** What is asked for, which decides the bucket that is charged and how the body is taken. */
  public enum Kind {
    /** A page of a list: large, compressed, decoded while it comes. */
    PAGE("api", true),
    /** One repository's record. */
    DETAIL("api", false),
    /** A file, where the Hub answers with where it is. */
    FILE("resolvers", false),
    /** Where the Hub said that a file is. */
    FILE_BYTES("resolvers", false),
    /** Whether there is a file, and where: the headers alone. */
    PROBE("resolvers", false),
    /** One owner's record. */
    OWNER("api", false);

    private final String bucket;
    private final boolean streamed;

    Kind(String bucket, boolean streamed) {
      this.bucket = bucket;
      this.streamed = streamed;
    }

    /** The bucket by the documentation; the server's answers may teach another. */
    String bucket() {
      return bucket;
    }

    /** The method of the request. */
    String method() {
      return this == PROBE ? "HEAD" : "GET";
    }

    boolean streamed() {
      return streamed;
    }
  }

  public Ask {
    headers = Map.copyOf(headers);
  }

  public static Ask of(Kind kind, URI uri, long bodyLimit) {
    return new Ask(kind, uri, Map.of(), bodyLimit);
  }
}
