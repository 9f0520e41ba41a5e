package io.github.hubgenealogy.simulator.server;

import io.github.hubgenealogy.simulator.json.JsonBytes;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** An answer before it goes out: status, headers of its own, and the body. */
final class Answer {
  private static final String JSON = "application/json; charset=utf-8";
  private static final String TEXT = "text/plain; charset=utf-8";

  /** One header. */
  record Header(String name, String value) {}

  private final int status;
  private final String contentType;
  private final byte[] body;
  private final int length;
  private final List<Header> headers = new ArrayList<>();
  private String etag;
  private boolean hashed;
  private boolean ranges;

  private Answer(int status, String contentType, byte[] body, int length) {
    this.status = status;
    this.contentType = contentType;
    this.body = body;
    this.length = length;
  }

  static Answer json(int status, JsonBytes json) {
    Answer answer = new Answer(status, JSON, json.array(), json.length());
    answer.hashed = true;
    return answer;
  }

  /** An error as the Hub words it: in the body, and in headers. */
  static Answer error(int status, String code, String message) {
    JsonBytes json = new JsonBytes(64 + 2 * message.length());
    json.beginObject().name("error").string(message).endObject();
    Answer answer = json(status, json);
    if (code != null) {
      answer.header("X-Error-Code", code);
    }
    return answer.header("X-Error-Message", oneLine(message));
  }

  static Answer redirect(String location) {
    String text = "Temporary Redirect. Redirecting to " + location;
    return text(307, text).header("Location", location);
  }

  static Answer text(int status, String text) {
    return bytes(status, TEXT, text.getBytes(StandardCharsets.UTF_8));
  }

  static Answer bytes(int status, String contentType, byte[] body) {
    return new Answer(status, contentType, body, body.length);
  }

  private static String oneLine(String message) {
    return message.replaceAll("[^\\x20-\\x7e]+", " ").strip();
  }

  Answer header(String name, String value) {
    headers.add(new Header(name, value));
    return this;
  }

  Answer etag(String value) {
    etag = value;
    return this;
  }

  /** The same answer with other bytes. */
  Answer withBody(byte[] bytes) {
    return withStatus(status, bytes);
  }

  /** The same answer with another status and other bytes; it keeps an ETag that was given. */
  Answer withStatus(int other, byte[] bytes) {
    Answer answer = new Answer(other, contentType, bytes, bytes.length);
    answer.headers.addAll(headers);
    answer.hashed = hashed;
    answer.etag = etag;
    return answer;
  }

  /** Says that parts of it may be asked for. */
  Answer ranges() {
    ranges = true;
    return header("Accept-Ranges", "bytes");
  }

  boolean hasRanges() {
    return ranges;
  }

  boolean isJson() {
    return contentType.equals(JSON);
  }

  int status() {
    return status;
  }

  String contentType() {
    return contentType;
  }

  byte[] body() {
    return body;
  }

  int length() {
    return length;
  }

  List<Header> headers() {
    return headers;
  }

  /** The ETag given, or the one that the body makes, or null. */
  String etag() {
    return etag == null && hashed ? Digests.weakEtag(body, length) : etag;
  }
}
