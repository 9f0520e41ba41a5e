package io.github.hubgenealogy.explorer.web;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.HexFormat;

/**
 * What goes back to a client.
 *
 * @param fileName under which a browser keeps it, or null for what it shows
 * @param etag of what never changes while the server runs, or null
 * @param policy a Content-Security-Policy of its own, or null for the page's
 */
public record Answer(
    int status, String contentType, byte[] body, String fileName, String etag, String policy) {

  public Answer(int status, String contentType, byte[] body, String fileName, String etag) {
    this(status, contentType, body, fileName, etag, null);
  }

  /** An object as JSON. */
  public static Answer json(Object value) {
    return json(200, "application/json", value);
  }

  /** An object as JSON of some special kind. */
  public static Answer json(int status, String contentType, Object value) {
    return new Answer(status, contentType, Json.bytes(value), null, null);
  }

  /** A text, in UTF-8. */
  public static Answer text(String contentType, String text) {
    return new Answer(
        200, contentType + "; charset=utf-8", text.getBytes(StandardCharsets.UTF_8), null, null);
  }

  /**
   * A page that stands alone, whose one style sheet is in its head: that one is allowed by its
   * hash, and nothing else of the page does anything.
   */
  public static Answer page(String html) {
    int from = html.indexOf("<style>") + "<style>".length();
    byte[] style =
        html.substring(from, html.indexOf("</style>", from)).getBytes(StandardCharsets.UTF_8);
    String hash = Base64.getEncoder().encodeToString(sha256(style));
    byte[] body = html.getBytes(StandardCharsets.UTF_8);
    String policy = "default-src 'none'; style-src 'sha256-" + hash + "'; frame-ancestors 'none'";
    return new Answer(200, "text/html; charset=utf-8", body, null, null, policy);
  }

  /** The same, to be kept as a file. */
  public Answer file(String name) {
    return new Answer(status, contentType, body, name, etag, policy);
  }

  /** The same, with the hash of its bytes, so that a browser need not fetch it again. */
  public Answer hashed() {
    String tag = '"' + HexFormat.of().formatHex(sha256(body), 0, 16) + '"';
    return new Answer(status, contentType, body, fileName, tag, policy);
  }

  private static byte[] sha256(byte[] bytes) {
    try {
      return MessageDigest.getInstance("SHA-256").digest(bytes);
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException(impossible);
    }
  }
}
