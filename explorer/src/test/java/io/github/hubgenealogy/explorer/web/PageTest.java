package io.github.hubgenealogy.explorer.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.openqa.selenium.Keys;
import org.openqa.selenium.WebElement;

/** The page as a person uses it, in a real browser, without a single complaint of that browser. */
final class PageTest {
  @TempDir private static Path folder;
  @TempDir private static Path downloads;

  private static ToyServer server;
  private static Browser browser;

  @BeforeAll
  static void start() throws IOException {
    browser = new Browser("en-GB,en", downloads);
    ToyGenealogy earlier = new ToyGenealogy("2026-11-13", "simulated");
    earlier.edge(
        Toys.BASE, "comet/Comet-7B", io.github.hubgenealogy.explorer.genealogy.Relation.MERGE);
    server = new ToyServer(folder, Toys.family(), earlier);
  }

  @AfterAll
  static void stop() {
    if (browser != null) {
      browser.close();
      server.close();
    }
  }

  @AfterEach
  void the_browser_complains_of_nothing() {
    if (browser != null) {
      assertThat(browser.complaints()).isEmpty();
    }
  }

  private static void open(String query) {
    browser.open(server.address() + "/" + query);
  }

  private static String node(String id) {
    return ".node[data-key=\"m:" + id + "\"]";
  }

  @Test
  void what_is_simulated_says_so_at_the_head_of_every_view() {
    for (String view :
        List.of("", "?id=" + Toys.BASE, "?owner=orbit-lab", "?dataset=orbit-lab/corpus")) {
      open(view);
      assertThat(browser.wait("#origin.simulated strong").getText())
          .isEqualToIgnoringCase("Simulated data: every model and owner here is invented");
    }
    browser.wait("h1", "orbit-lab/corpus");
  }

  @Test
  void one_types_a_part_of_a_name_and_chooses_by_keyboard() {
    open("");
    browser.type(".home input[role=combobox]", "orbit-chat");
    browser.wait("li[role=option]", "Orbit-chat-lora");
    browser.keys(Keys.ARROW_DOWN);
    WebElement input = browser.wait(".home input[aria-activedescendant]");
    String marked = input.getDomAttribute("aria-activedescendant");
    WebElement option = browser.wait("#" + marked + "[aria-selected=true]");
    String chosen = option.findElement(org.openqa.selenium.By.cssSelector(".hit")).getText();
    browser.keys(Keys.ENTER);
    browser.wait(".drawing");
    assertThat(browser.address()).contains("id=" + chosen.replace("/", "%2F"));
    assertThat(chosen).contains("Orbit-chat");
  }

  @Test
  void the_genealogy_is_drawn_with_its_roots_its_groups_and_what_is_absent() {
    open("?id=" + Toys.BASE);
    browser.wait(node("lost-lab/seed") + ".absent");
    browser.wait(node(Toys.BASE) + ".focus");
    browser.wait(".node.dataset", "orbit-lab/corpus");
    WebElement group = browser.wait(".node.group.rel-quantized", "quantized by 7 owners");
    assertThat(group.getAccessibleName()).startsWith("+");
    browser.wait(".link.edge.rel-unspecified");
    assertThat(browser.text(".figure strong")).isEqualTo("47");
  }

  @Test
  void a_circle_is_shown_as_one() {
    open("?id=circle/one&down=1");
    browser.wait(node("circle/one") + ".cycle");
    browser.wait(".link.cycle .badge");
    browser.wait(".panel .caution", "among its own ancestors");
  }

  @Test
  void a_group_is_expanded_on_demand_and_the_back_button_undoes_it() {
    open("?id=" + Toys.BASE + "&down=1&per=3");
    browser.wait(".node.group.rel-quantized");
    int before = browser.count(".node.model");
    browser.press(browser.wait(".node.group.rel-quantized"));
    browser.wait(".count", "of 46 relatives");
    browser.script(
        "return new Promise((resolve) => { const look = () => document.querySelectorAll('.node.model').length >= "
            + (before + 10)
            + " ? resolve(true) : requestAnimationFrame(look); look(); });");
    assertThat(browser.count(".node.model")).isEqualTo(before + 10);
    assertThat(browser.address()).contains("with=");
    browser.back();
    browser.script(
        "return new Promise((resolve) => { const look = () => document.querySelectorAll('.node.model').length === "
            + before
            + " ? resolve(true) : requestAnimationFrame(look); look(); });");
    assertThat(browser.address()).doesNotContain("with=");
  }

  @Test
  void a_filter_narrows_the_drawing_and_stands_in_the_address() {
    open("?id=" + Toys.BASE + "&down=1");
    browser.wait(".node.group.rel-quantized");
    browser.press(browser.wait("input[name=relation][value=quantized]"));
    browser.wait(".chip.rel-quantized:not(.on)");
    browser.wait(".count", "of 6 relatives");
    assertThat(browser.count(".node.group.rel-quantized")).isZero();
    assertThat(browser.address())
        .contains("relation=finetune")
        .doesNotContain("relation=quantized");
    browser.wait(node("max/Orbit-copy"));
  }

  @Test
  void a_click_on_a_link_tells_where_it_comes_from() {
    open("?id=max/Orbit-Comet-merge");
    browser.press(browser.wait(".link.edge .touch", "comet/Comet-7B"));
    browser.wait(".panel h2", "Evidence of this link");
    browser.wait(".panel ul.warn", "the child was created before its parent");
    browser.wait(".panel ul.warn", "sources name different relations");
    browser.wait(".panel td.written", "comet/Comet-7B");
    assertThat(browser.address()).contains("edge=max%2FOrbit-Comet-merge");
  }

  @Test
  void arrow_keys_walk_the_drawing_and_enter_opens_a_sheet() {
    open("?id=mia/Orbit-chat&flow=down");
    browser.wait(".drawing");
    browser.script("document.querySelector('.drawing').focus()");
    browser.keys(Keys.ARROW_DOWN);
    browser.wait(node("mia/Orbit-chat") + ":focus");
    browser.keys(Keys.ARROW_UP);
    browser.wait(node(Toys.BASE) + ":focus");
    browser.keys(Keys.ENTER);
    browser.wait(".panel h2", "Orbit-8B");
    assertThat(browser.address()).contains("sel=orbit-lab%2FOrbit-8B");
    browser.click(".panel a.primary", "Draw its genealogy");
    browser.wait("h1", "Orbit-8B");
  }

  @Test
  void the_table_says_the_same_to_those_who_do_not_see_the_drawing() {
    open("?id=" + Toys.BASE + "&tab=table&per=100");
    browser.wait("tbody tr", "lost-lab/seed");
    assertThat(browser.count("tbody tr")).isEqualTo(1 + 2 + 47);
    open("?id=" + Toys.BASE + "&tab=table&list=children&relation=quantized");
    browser.wait("caption", "40");
    open("?id=" + Toys.BASE + "&tab=table&list=children&offset=40");
    browser.wait(".pager", "41–44 of 44");
  }

  @Test
  void exposure_groups_by_what_is_carried_and_says_what_it_cannot_know() {
    open("?id=" + Toys.BASE + "&tab=exposure");
    browser.wait(".totals .carries-copy strong", "41");
    browser.wait(".totals .carries-mixed strong", "1");
    browser.wait(".coverage h2", "What was not found");
    browser.wait(".coverage dl", "4 / 10");
    browser.wait("h2", "Whom to write to");
    browser.wait(".weaker h2", "Candidates, not counted");
    assertThat(browser.script("return document.querySelector('.records a').href").toString())
        .contains("/api/v1/record?id=orbit-lab%2FOrbit-8B", "language=en");
    browser.press(browser.wait("input[name=all]"));
    browser.wait(".coverage dl", "2026-11-13 (simulated)");
    assertThat(browser.address()).contains("all=1");
    browser.click(".totals .carries-mixed a", "mixed");
    browser.wait("h2", "Weights mixed with those of other models (1)");
    assertThat(browser.address()).contains("carries=mixed");
  }

  @Test
  void the_record_to_print_keeps_its_style_and_runs_nothing() {
    browser.open(server.address() + "/api/v1/record?language=fr&id=" + Toys.BASE);
    browser.wait("h1");
    browser.wait(".loud");
    assertThat(browser.script("return getComputedStyle(document.querySelector('.loud')).color"))
        .isEqualTo("rgb(255, 255, 255)");
  }

  @Test
  void two_models_are_compared() {
    open("?id=zoe/Orbit-chat-GGUF&tab=compare");
    browser.type(".chooser input", "orbit-copy");
    browser.wait(".chooser li[role=option]", "max/Orbit-copy");
    browser.keys(Keys.ARROW_DOWN, Keys.ENTER);
    browser.wait("section table", "Orbit-8B");
    browser.wait("ol.path li", "Orbit-copy");
    assertThat(browser.count("ol.path > li")).isEqualTo(4);
  }

  @Test
  void what_changed_since_an_earlier_snapshot_is_told() {
    open("?id=" + Toys.BASE + "&tab=changes&from=2026-11-13");
    browser.wait("section h2", "New parents (1)");
    browser.wait("section h2", "Parents no longer declared (1)");
    browser.wait("section li", "Comet-7B");
    browser.wait("section h2", "New children (44)");
  }

  @Test
  void the_language_is_the_readers_to_choose() {
    open("?id=" + Toys.BASE);
    browser.wait(".tabs", "Genealogy");
    browser.click("button[data-lang=fr]");
    browser.wait(".tabs", "Généalogie");
    browser.wait(".chips", "ajustement");
    browser.wait(".chips", "quantification");
    browser.wait(".chips", "adaptation");
    browser.wait(".chips", "fusion");
    browser.wait("#origin strong", "Données simulées");
    assertThat(browser.script("return document.documentElement.lang")).isEqualTo("fr");
    browser.click("button[data-lang=en]");
    browser.wait(".tabs", "Genealogy");
    browser.script("localStorage.clear()");
  }

  @Test
  void a_french_browser_is_spoken_to_in_french(@TempDir Path other) {
    try (Browser french = new Browser("fr-FR,fr,en", other)) {
      french.open(server.address() + "/");
      french.wait(".lead", "Parcourir la généalogie");
      assertThat(french.complaints()).isEmpty();
    }
  }

  @Test
  void what_is_shown_is_taken_away_in_six_forms() throws IOException {
    open("?id=mia/Orbit-chat");
    browser.wait(".drawing");
    for (String format : List.of("csv", "json", "graphml", "cyclonedx", "svg", "png")) {
      browser.script("document.querySelector('#downloads').open = true");
      browser.press(browser.wait("#downloads [data-format=" + format + "]"));
    }
    assertThat(browser.downloaded("mia--Orbit-chat.csv")).content().contains("mia/Orbit-chat-lora");
    assertThat(browser.downloaded("mia--Orbit-chat.json"))
        .content()
        .contains("\"origin\":\"simulated\"");
    assertThat(browser.downloaded("mia--Orbit-chat.graphml")).content().contains("<edge source=");
    assertThat(browser.downloaded("mia--Orbit-chat.cdx.json"))
        .content()
        .contains("machine-learning-model");
    assertThat(browser.downloaded("mia--Orbit-chat.svg"))
        .content()
        .startsWith("<svg")
        .contains("Orbit-chat-lora", "(simulated)")
        .doesNotContain("class=\"touch\"");
    var picture = ImageIO.read(browser.downloaded("mia--Orbit-chat.png").toFile());
    assertThat(picture.getWidth()).isGreaterThan(500);
  }

  @Test
  void an_unknown_name_is_told_kindly_and_leads_back() {
    open("?id=nobody/nothing");
    browser.wait(".trouble p", "no model 'nobody/nothing'");
    // The browser itself logs the 404.
    assertThat(browser.complaints()).allMatch(each -> each.contains("404"));
    browser.click(".trouble a");
    browser.wait(".home h1");
  }

  @Test
  void nothing_is_wider_than_a_phone() {
    browser.size(360, 740);
    try {
      for (String view :
          List.of(
              "",
              "?id=" + Toys.BASE,
              "?id=" + Toys.BASE + "&tab=table",
              "?id=" + Toys.BASE + "&tab=exposure",
              "?owner=orbit-lab")) {
        open(view + (view.isEmpty() ? "?lang=fr" : "&lang=fr"));
        browser.wait("#main[aria-busy=false] h1");
        assertThat((Long) browser.script("return document.documentElement.scrollWidth"))
            .as(
                view
                    + " "
                    + browser.script(
                        "return [...document.querySelectorAll('body *')].filter((e) => e.getBoundingClientRect().right > 361).slice(0, 9).map((e) => e.tagName + '.' + e.getAttribute('class'))"))
            .isLessThanOrEqualTo(360);
      }
    } finally {
      browser.size(1280, 900);
    }
  }
}
