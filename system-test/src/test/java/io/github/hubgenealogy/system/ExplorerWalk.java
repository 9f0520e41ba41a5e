package io.github.hubgenealogy.system;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.hubgenealogy.explorer.Explorer;
import io.github.hubgenealogy.explorer.web.Browser;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.openqa.selenium.Keys;

/**
 * A person's way through the explorer over a published snapshot: search, draw, expand, filter,
 * exposure, export, language, deep link, keyboard. What is shown is held to the tables by DuckDB.
 */
final class ExplorerWalk implements AutoCloseable {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final HttpClient HTTP = HttpClient.newHttpClient();

  private final Path tables;
  private final Serving server;

  ExplorerWalk(Path lake, String snapshot) throws Exception {
    tables = lake.resolve(snapshot).resolve("tables");
    server =
        Serving.start(
            "the explorer",
            Explorer::runMain,
            "explore",
            "--lake",
            lake.toString(),
            "--snapshot",
            snapshot);
  }

  private List<String> column(String sql) throws Exception {
    List<String> values = new ArrayList<>();
    try (Connection duck = DriverManager.getConnection("jdbc:duckdb:");
        ResultSet rows = duck.createStatement().executeQuery(sql)) {
      while (rows.next()) {
        values.add(rows.getString(1));
      }
    }
    return values;
  }

  private String table(String name) {
    return "read_parquet('" + tables.resolve(name) + "/**/*.parquet')";
  }

  /** The model with most children. */
  String largest() throws Exception {
    return column(
            "select parent_id from "
                + table("edges")
                + " where len(list_filter(sources, x -> x <> 'text')) > 0"
                + " group by 1 order by count(*) desc, 1 limit 1")
        .get(0);
  }

  JsonNode ask(String question) throws Exception {
    HttpResponse<String> answer =
        HTTP.send(
            HttpRequest.newBuilder(URI.create(server.address() + "/api/v1/" + question)).build(),
            BodyHandlers.ofString());
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
    return JSON.readTree(answer.body());
  }

  static String coded(String id) {
    return URLEncoder.encode(id, StandardCharsets.UTF_8);
  }

  /** Children by the API, all pages of them, are those of the table and its declared copies. */
  void theChildrenAreThoseOfTheTables(String id) throws Exception {
    String quoted = "'" + id.replace("'", "''") + "'";
    List<String> truth =
        column(
            "select distinct child_id from (select child_id from "
                + table("edges")
                + " where parent_id = "
                + quoted
                + " and len(list_filter(sources, x -> x <> 'text')) > 0 union all select child_id from "
                + table("succession")
                + " where kind = 'duplicated_from' and target_id = "
                + quoted
                + ")");
    List<String> found = new ArrayList<>();
    int total;
    do {
      JsonNode page =
          ask("children?limit=500&id=" + coded(id) + "&offset=" + found.size()).path("page");
      total = page.path("total").asInt();
      page.path("items").forEach(kin -> found.add(kin.path("model").path("id").asText()));
    } while (found.size() < total);
    assertThat(found).containsExactlyInAnyOrderElementsOf(truth);
  }

  /** A search for a part of a name fills its list where there are so many. */
  void theSearchFindsWhatTheTablesHave(String id) throws Exception {
    String part = id.substring(id.indexOf('/') + 1).split("-")[0].toLowerCase(Locale.ROOT);
    List<String> truth =
        column(
            "select model_id from "
                + table("models")
                + " where contains(lower(model_id), '"
                + part.replace("'", "''")
                + "')");
    List<String> found = new ArrayList<>();
    JsonNode hits = ask("search?limit=50&q=" + coded(part)).path("hits");
    hits.forEach(
        hit -> {
          if (hit.path("kind").asText().equals("model")) {
            found.add(hit.path("id").asText());
          }
        });
    assertThat(truth).containsAll(found);
    assertThat(hits.size()).isGreaterThanOrEqualTo(Math.min(50, truth.size()));
  }

  /** Two hundred at once: an answer for each, or a clear word when to come back. */
  void twoHundredClientsAtOnce(String id) throws Exception {
    List<CompletableFuture<HttpResponse<String>>> all = new ArrayList<>();
    for (int i = 0; i < 200; i++) {
      String question =
          switch (i % 4) {
            case 0 -> "lineage?down=3&id=" + coded(id);
            case 1 -> "search?q=" + coded(id.substring(0, 3));
            case 2 -> "model?id=" + coded(id);
            default -> "exposure?id=" + coded(id);
          };
      all.add(
          HTTP.sendAsync(
              HttpRequest.newBuilder(URI.create(server.address() + "/api/v1/" + question)).build(),
              BodyHandlers.ofString()));
    }
    int answered = 0;
    for (CompletableFuture<HttpResponse<String>> each : all) {
      HttpResponse<String> answer = each.get(2, TimeUnit.MINUTES);
      assertThat(answer.statusCode()).isIn(200, 503);
      if (answer.statusCode() == 503) {
        assertThat(answer.headers().firstValue("retry-after")).isPresent();
      } else {
        answered++;
      }
    }
    assertThat(answered).isPositive();
  }

  /** In a browser; skipped where there is none. */
  void inABrowser(String id, String origin, Path downloads) throws Exception {
    Files.createDirectories(downloads);
    try (Browser browser = new Browser("en", downloads)) {
      browser.open(server.address() + "/");
      browser.wait("#origin." + origin);
      browser.type(".home input[role=combobox]", id);
      browser.wait("li[role=option] .hit", id);
      browser.keys(Keys.ARROW_DOWN, Keys.ENTER);
      String focus = ".node[data-key=\"m:" + id + "\"]";
      browser.wait(focus);
      String query = "/?id=" + coded(id);
      browser.open(server.address() + query + "&down=1&per=3&up=0&nodatasets=1");
      browser.wait(".node.group");
      int before = browser.count(".node.model");
      browser.click(".node.group", "+");
      browser.wait(".node.model:not(.focus)");
      browser.script(
          "return new Promise((done) => { const look = () =>"
              + " document.querySelectorAll('.node.model').length > arguments[0] ? done(true) : requestAnimationFrame(look); look(); })",
          before);
      assertThat(browser.address()).contains("with=");
      String deep = browser.address();
      browser.open("about:blank");
      browser.open(deep);
      browser.wait(".node.model.down");
      assertThat(browser.count(".node.model")).isGreaterThan(before);
      browser.script("document.querySelector('.drawing').focus()");
      browser.keys(Keys.ARROW_DOWN);
      browser.wait(focus + ":focus");
      browser.open(server.address() + query + "&relation=merge&down=1");
      browser.wait(".count");
      browser.wait(".chip.rel-merge.on");
      assertThat(browser.count(".link.edge:not(.rel-merge)")).isZero();
      browser.open(server.address() + query + "&tab=exposure");
      browser.wait(".totals strong");
      browser.wait(".coverage dl");
      browser.click("button[data-lang=fr]");
      browser.wait(".coverage h2", "Ce qui n’a pas été trouvé");
      browser.open(server.address() + query + "&lang=en");
      browser.wait(focus);
      for (String format : List.of("csv", "json", "graphml", "cyclonedx", "svg", "png")) {
        browser.script("document.querySelector('#downloads').open = true");
        browser.script(
            "document.querySelector('#downloads [data-format=' + arguments[0] + ']').click()",
            format);
      }
      for (String ending : List.of(".csv", ".json", ".graphml", ".cdx.json", ".svg", ".png")) {
        browser.downloaded(ending);
      }
      assertThat(browser.complaints()).isEmpty();
    }
  }

  @Override
  public void close() {
    server.close();
  }
}
