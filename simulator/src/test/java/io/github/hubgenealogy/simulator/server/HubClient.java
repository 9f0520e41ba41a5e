package io.github.hubgenealogy.simulator.server;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A plain client for tests: it follows nothing and retries nothing. */
public final class HubClient {
  private static final Pattern NEXT = Pattern.compile("<([^>]+)>; rel=\"next\"");
  private static final ObjectMapper JSON = new ObjectMapper();

  private final URI server;
  private final HttpClient client =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

  public HubClient(URI server) {
    this.server = server;
  }

  /** An answer. */
  public record Reply(int status, HttpResponse<byte[]> response) {
    public String header(String name) {
      return response.headers().firstValue(name).orElse(null);
    }

    public byte[] bytes() {
      return response.body();
    }

    public String text() {
      return new String(response.body(), StandardCharsets.UTF_8);
    }

    public JsonNode json() throws IOException {
      return JSON.readTree(response.body());
    }

    public String next() {
      Matcher link = NEXT.matcher(header("Link") == null ? "" : header("Link"));
      return link.find() ? link.group(1) : null;
    }
  }

  public Reply get(String path, String... headers) throws Exception {
    return send("GET", path, headers);
  }

  public Reply head(String path, String... headers) throws Exception {
    return send("HEAD", path, headers);
  }

  public Reply send(String method, String path, String... headers) throws Exception {
    String url = path.startsWith("http") ? path : server + path;
    HttpRequest.Builder request =
        HttpRequest.newBuilder(URI.create(url)).method(method, HttpRequest.BodyPublishers.noBody());
    if (headers.length > 0) {
      request.headers(headers);
    }
    HttpResponse<byte[]> response =
        client.send(request.build(), HttpResponse.BodyHandlers.ofByteArray());
    return new Reply(response.statusCode(), response);
  }

  /** All records of a list, page after page. */
  public List<JsonNode> list(String path) throws Exception {
    List<JsonNode> records = new ArrayList<>();
    String next = path;
    while (next != null) {
      Reply page = get(next);
      if (page.status() != 200) {
        throw new IllegalStateException(page.status() + " " + page.text());
      }
      page.json().forEach(records::add);
      next = page.next();
    }
    return records;
  }
}
