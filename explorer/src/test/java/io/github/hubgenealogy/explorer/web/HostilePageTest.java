package io.github.hubgenealogy.explorer.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;

/**
 * Every view of names and values that an attacker chose: they are shown, and nothing of them runs.
 */
final class HostilePageTest {
  private static final List<String> HOSTILE = Toys.HOSTILE;

  @TempDir private static Path folder;
  @TempDir private static Path downloads;

  private static LakeServer server;
  private static Browser browser;

  @BeforeAll
  static void start() throws IOException {
    browser = new Browser("en", downloads);
    Toys.publishHostile(folder);
    server = new LakeServer(folder, "hostile");
  }

  @AfterAll
  static void stop() {
    if (browser != null) {
      browser.close();
      server.close();
    }
  }

  @ParameterizedTest
  @FieldSource("HOSTILE")
  void names_and_values_are_text_in_every_view(String id) {
    String coded = URLEncoder.encode(id, StandardCharsets.UTF_8);
    String other = URLEncoder.encode(HOSTILE.get(0), StandardCharsets.UTF_8);
    for (String view :
        List.of(
            "?id=" + coded,
            "?id=" + coded + "&owners=1&sel=" + other,
            "?id=" + coded + "&tab=table",
            "?id=" + coded + "&tab=table&list=children",
            "?id=" + coded + "&tab=exposure",
            "?id=" + coded + "&tab=compare&b=" + other)) {
      browser.open(server.address() + "/" + view);
      browser.wait("#main[aria-busy=false] h1");
      assertHarmless(view);
    }
  }

  @Test
  void an_owner_and_a_data_set_are_text_too() {
    String dataset = URLEncoder.encode(HOSTILE.get(2), StandardCharsets.UTF_8);
    for (String view : List.of("?owner=evil", "?dataset=" + dataset)) {
      browser.open(server.address() + "/" + view);
      browser.wait("#main[aria-busy=false] tbody th");
      assertHarmless(view);
    }
  }

  @ParameterizedTest
  @FieldSource("HOSTILE")
  void the_record_to_print_is_text_too(String id) {
    String coded = URLEncoder.encode(id, StandardCharsets.UTF_8);
    browser.open(server.address() + "/api/v1/record?id=" + coded);
    browser.wait("h1");
    assertHarmless("record");
  }

  @ParameterizedTest
  @FieldSource("HOSTILE")
  void a_search_shows_them_as_text(String id) {
    browser.open(server.address() + "/");
    browser.wait(".home input");
    browser.script(
        "const box = document.querySelector('.home input'); box.focus(); box.value = arguments[0];"
            + " box.dispatchEvent(new Event('input'))",
        id.substring(0, Math.min(4, id.length())));
    browser.wait("li[role=option]");
    assertHarmless("search");
  }

  private static void assertHarmless(String view) {
    assertThat(browser.script("return window.pwned ?? null")).as(view).isNull();
    assertThat(browser.complaints()).as(view).isEmpty();
    // What the page made by itself has none of these.
    assertThat(
            browser.count(
                "#main script, #main img, #main iframe, #main b, #main i, [onload], [onerror]"))
        .as(view)
        .isZero();
    assertThat((String) browser.script("return document.body.textContent"))
        .as(view)
        .doesNotContainPattern("[\\u0000\\u202e\\u200b\\ufeff\\u2028]");
    assertThat(
            (Boolean)
                browser.script(
                    "return [...document.querySelectorAll('a[href]')].every((a) => ['http:', 'https:', 'blob:'].includes(a.protocol))"))
        .as(view)
        .isTrue();
  }
}
