package io.github.hubgenealogy.crawler.hub;

import io.github.hubgenealogy.lake.command.Fault;
import java.net.URI;
import java.net.http.HttpRequest;
import java.util.regex.Pattern;

/**
 * The access token, from the environment variable {@code HF_TOKEN} and from nowhere else. It is
 * given to requests to the endpoint's own origin, and to nothing that prints.
 */
public final class Token {
  private static final Pattern FORM = Pattern.compile("[\\x21-\\x7e]{1,1024}");

  private final String secret;

  private Token(String secret) {
    this.secret = secret;
  }

  /**
   * Takes the variable's value.
   *
   * @param value null or blank for none
   */
  public static Token of(String value) {
    if (value == null || value.isBlank()) {
      return new Token(null);
    }
    if (!FORM.matcher(value.strip()).matches()) {
      throw Fault.badInput(
          "the token holds characters that no header can",
          "HF_TOKEN",
          "Copy it again from the Hub's settings.");
    }
    return new Token(value.strip());
  }

  public boolean present() {
    return secret != null;
  }

  /** Signs a request, if it goes to the endpoint and there is a token. */
  void sign(HttpRequest.Builder request, URI target, Endpoint endpoint) {
    if (secret != null && endpoint.owns(target)) {
      request.setHeader("Authorization", "Bearer " + secret);
    }
  }

  @Override
  public String toString() {
    return secret == null ? "no token" : "token of HF_TOKEN";
  }
}
