package io.github.hubgenealogy.explorer.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** That what the page shows can be read: on a light and a dark screen, and on paper. */
final class LooksTest {
  @TempDir private static Path folder;
  @TempDir private static Path downloads;

  private static ToyServer server;
  private static Browser browser;

  /** Each with what is there when it is drawn. */
  private static final Map<String, String> VIEWS =
      Map.of(
          "",
          ".home .legend",
          "?id=" + Toys.BASE,
          ".node.group",
          "?id=" + Toys.BASE + "&relation=merge",
          ".chip:not(.on)",
          "?id=circle/one&down=1&owners=1",
          ".link.cycle .badge",
          "?id=" + Toys.BASE + "&tab=table",
          "tbody tr",
          "?id=" + Toys.BASE + "&tab=exposure",
          ".coverage dl",
          "?id=zoe/Orbit-chat-GGUF&tab=compare&b=max/Orbit-copy",
          "ol.path li",
          "?owner=orbit-lab",
          "tbody tr",
          "?dataset=orbit-lab/corpus",
          "tbody tr");

  /** Contrast as WCAG defines it, of each text with what is behind it; below 4.5 it is named. */
  private static final String TOO_FAINT =
      """
      const parts = (text) => {
        const n = text.match(/[\\d.]+/g).map(Number);
        const scale = text.startsWith("color(") ? 255 : 1;
        return [n[0] * scale, n[1] * scale, n[2] * scale, n.length > 3 ? n[3] : 1];
      };
      const over = (top, under) => [0, 1, 2].map((i) => top[i] * top[3] + under[i] * (1 - top[3])).concat(1);
      const light = (c) => {
        const [r, g, b] = c.slice(0, 3).map((x) => x / 255).map((x) => x <= 0.04045 ? x / 12.92 : ((x + 0.055) / 1.055) ** 2.4);
        return 0.2126 * r + 0.7152 * g + 0.0722 * b;
      };
      const chain = (element) => element ? [...chain(element.parentElement), element] : [];
      const behind = (element) => {
        const shape = element.closest("g.badge")?.querySelector("circle") ?? element.closest("g.node")?.querySelector(".card:not(.under)");
        const colours = chain(element).map((each) => getComputedStyle(each).backgroundColor);
        if (shape) colours.push(getComputedStyle(shape).fill);
        return colours.map(parts).reduce((under, top) => over(top, under), [255, 255, 255, 1]);
      };
      const faint = [];
      let read = 0;
      for (const element of document.querySelectorAll("body *")) {
        const words = [...element.childNodes].filter((each) => each.nodeType === 3).map((each) => each.data).join("").trim();
        if (!words || element.closest("script, style, title, defs, datalist, option") || !element.checkVisibility() || element.getClientRects().length === 0) continue;
        const style = getComputedStyle(element);
        const paper = behind(element);
        const ink = parts(element.ownerSVGElement ? style.fill : style.color);
        ink[3] *= chain(element).reduce((all, each) => all * Number(getComputedStyle(each).opacity), 1);
        const [a, b] = [light(over(ink, paper)), light(paper)];
        const contrast = (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05);
        read++;
        if (contrast < 4.5) faint.push(`${contrast.toFixed(2)} ${element.tagName}.${element.getAttribute("class")} in ${element.parentElement.getAttribute("class")}: ${words.slice(0, 30)}`);
      }
      return [read, ...faint];
      """;

  @BeforeAll
  static void start() throws IOException {
    browser = new Browser("en", downloads);
    server = new ToyServer(folder, Toys.family());
  }

  @AfterAll
  static void stop() {
    if (browser != null) {
      browser.close();
      server.close();
    }
  }

  private static List<?> faint() {
    return (List<?>) browser.script(TOO_FAINT);
  }

  @ParameterizedTest
  @ValueSource(strings = {"light", "dark"})
  void every_text_stands_out_from_what_is_behind_it(String scheme) {
    browser.media("screen", scheme);
    VIEWS.forEach(
        (view, there) -> {
          browser.open(server.address() + "/" + view);
          browser.wait(there);
          browser.script("document.querySelectorAll('details').forEach((e) => { e.open = true; })");
          List<?> found = faint();
          assertThat((Long) found.get(0)).as("texts of %s", view).isGreaterThan(15);
          assertThat(found.subList(1, found.size())).as("%s, %s", view, scheme).isEmpty();
        });
  }

  @Test
  void a_text_in_the_colour_of_its_paper_would_be_named() {
    browser.media("screen", "light");
    browser.open(server.address() + "/?id=" + Toys.BASE);
    browser.wait(".node.group");
    browser.script("document.querySelector('h1').style.color = '#f0f0f0'");
    assertThat(faint().toString()).contains("BDI", "Orbit-8B");
  }

  @ParameterizedTest
  @ValueSource(strings = {"light", "dark"})
  void on_paper_there_are_no_controls_and_all_text_is_dark_enough(String scheme) {
    VIEWS.forEach(
        (view, there) -> {
          if (view.isEmpty()) {
            return;
          }
          browser.media("screen", scheme);
          browser.open(server.address() + "/" + view);
          browser.wait(there);
          assertThat(controls()).as(view).isPositive();
          browser.media("print", scheme);
          assertThat(controls()).as("%s on paper", view).isZero();
          assertThat(browser.wait("h1").isDisplayed()).isTrue();
          assertThat(browser.wait("#origin").isDisplayed()).isTrue();
          List<?> found = faint();
          assertThat(found.subList(1, found.size())).as("%s on paper", view).isEmpty();
          assertThat(browser.script("return getComputedStyle(document.body).backgroundColor"))
              .isEqualTo("rgb(255, 255, 255)");
        });
    browser.media("screen", "light");
  }

  private static long controls() {
    return (Long)
        browser.script(
            "return [...document.querySelectorAll('button, input, select, .button, .tabs, .filters, .tools, .pager')]"
                + ".filter((each) => each.checkVisibility() && each.getClientRects().length > 0).length");
  }
}
