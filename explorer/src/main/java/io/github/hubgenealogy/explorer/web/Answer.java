package io.github.hubgenealogy.explorer.web;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/**
 * What goes back to a client.
 *
 * @param fileName under which a browser keeps it, or null for what it shows
 * @param etag of what never changes while the server runs, or null
 */
public record Answer(int status, String contentType, byte[] body, String fileName, String etag) {

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

  /** The same, to be kept as a file. */
  public Answer file(String name) {
    return new Answer(status, contentType, body, name, etag);
  }

  /** The same, with the hash of its bytes, so that a browser need not fetch it again. */
  public Answer hashed() {
    try {
      byte[] hash = MessageDigest.getInstance("SHA-256").digest(body);
      String tag = '"' + HexFormat.of().formatHex(hash, 0, 16) + '"';
      return new Answer(status, contentType, body, fileName, tag);
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException(impossible);
    }
  }
}
