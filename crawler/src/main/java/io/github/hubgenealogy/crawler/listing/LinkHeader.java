package io.github.hubgenealogy.crawler.listing;

import java.net.URI;
import java.net.http.HttpHeaders;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The address of the next page: {@code Link: <…>; rel="next"}, to be followed as it is. */
final class LinkHeader {
  private static final Pattern LINK = Pattern.compile("<([^<>]*)>([^<]*)");
  private static final Pattern NEXT =
      Pattern.compile(";\\s*rel\\s*=\\s*(?:\"next\"|next)(?:[;,\\s]|$)", Pattern.CASE_INSENSITIVE);

  private LinkHeader() {}

  /**
   * The next page's URL.
   *
   * @throws IllegalArgumentException if what stands there is no URL
   */
  static Optional<URI> next(HttpHeaders headers, URI request) {
    for (String value : headers.allValues("Link")) {
      Matcher link = LINK.matcher(value);
      while (link.find()) {
        if (NEXT.matcher(link.group(2)).find()) {
          return Optional.of(request.resolve(URI.create(link.group(1))));
        }
      }
    }
    return Optional.empty();
  }
}
