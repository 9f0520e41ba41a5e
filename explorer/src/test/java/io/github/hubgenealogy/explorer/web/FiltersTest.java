package io.github.hubgenealogy.explorer.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.hubgenealogy.explorer.genealogy.Relation;
import io.github.hubgenealogy.explorer.made.MadeSnapshot;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Each control that narrows a drawing, in a browser, against a count over the rows it is of. */
final class FiltersTest {
  private static final String ROOT = "o/root";
  private static final List<String> TASKS = List.of("text-generation", "fill-mask", "translation");
  private static final List<Relation> RELATIONS =
      List.of(
          Relation.FINETUNE,
          Relation.ADAPTER,
          Relation.QUANTIZED,
          Relation.MERGE,
          Relation.UNSPECIFIED);
  private static final int MODELS = 45;

  @TempDir private static Path lake;
  @TempDir private static Path downloads;

  private static final List<Made> MADE = new ArrayList<>();
  private static LakeServer server;
  private static Browser browser;

  /** A model with one parent. */
  private record Made(
      String id, String parent, Relation relation, String task, int month, long downloads) {
    String created() {
      return "2025-%02d-15T10:00:00Z".formatted(month);
    }
  }

  @BeforeAll
  static void start() throws Exception {
    browser = new Browser("en", downloads);
    Random random = new Random(5);
    MadeSnapshot made = new MadeSnapshot().model(ROOT, "pipeline_tag", TASKS.get(0));
    List<String> all = new ArrayList<>(List.of(ROOT));
    for (int i = 0; i < MODELS; i++) {
      Relation relation = RELATIONS.get(random.nextInt(RELATIONS.size()));
      String parent = all.get(random.nextInt(Math.min(all.size(), 12)));
      Made one =
          new Made(
              "o/m" + i,
              parent,
              relation,
              TASKS.get(random.nextInt(TASKS.size())),
              1 + random.nextInt(12),
              (long) Math.pow(10, random.nextInt(6)));
      MADE.add(one);
      all.add(one.id());
      made.model(
              one.id(),
              "pipeline_tag",
              one.task(),
              "created_at",
              MadeSnapshot.micros(one.created()),
              "downloads_30d",
              one.downloads())
          .edge(one.id(), parent, relation.word());
    }
    made.publish(lake, "2026-11-01");
    server = new LakeServer(lake, "2026-11-01");
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
    assertThat(browser.complaints()).isEmpty();
  }

  /** What is to be drawn: a model that is left out is not walked through either. */
  private static Set<String> expected(int depth, Predicate<Made> shown) {
    Set<String> reached = new TreeSet<>();
    Set<String> last = Set.of(ROOT);
    for (int i = 0; i < depth; i++) {
      Set<String> next = new TreeSet<>();
      for (Made each : MADE) {
        if (last.contains(each.parent()) && shown.test(each)) {
          next.add(each.id());
        }
      }
      reached.addAll(next);
      last = next;
    }
    return reached;
  }

  private static void open(String query) {
    browser.open(server.address() + "/?id=" + ROOT + "&per=80" + query);
    browser.wait(".node.focus");
  }

  /** As a person changes a control. */
  private static void set(String name, String value) {
    browser.wait("[name=" + name + "]");
    browser.script(
        "const control = document.querySelector('[name=' + arguments[0] + ']');"
            + " control.value = arguments[1];"
            + " control.dispatchEvent(new Event('change', {bubbles: true}));",
        name,
        value);
  }

  /** Waits until as many are drawn, and says which. */
  private static void drawn(Set<String> expected) {
    assertThat(expected).isNotEmpty();
    browser.script(
        "return new Promise((done) => { const look = () =>"
            + " document.querySelectorAll('.node.model.down').length === arguments[0]"
            + " ? done(true) : requestAnimationFrame(look); look(); })",
        expected.size());
    List<?> keys =
        (List<?>)
            browser.script(
                "return [...document.querySelectorAll('.node.model.down')]"
                    + ".map((each) => each.dataset.key.slice(2)).sort()");
    assertThat(keys.stream().map(Object::toString)).containsExactlyInAnyOrderElementsOf(expected);
    assertThat(browser.count(".node.group, .node.beyond")).isZero();
  }

  @Test
  void a_relation_that_is_not_wanted_is_not_drawn_nor_what_hangs_on_it() {
    open("&down=8");
    drawn(expected(8, each -> true));
    for (Relation relation : List.of(Relation.QUANTIZED, Relation.MERGE)) {
      browser.press(browser.wait("input[name=relation][value=" + relation.word() + "]"));
      browser.wait(".chip.rel-" + relation.word() + ":not(.on)");
    }
    drawn(
        expected(
            8, each -> each.relation() != Relation.QUANTIZED && each.relation() != Relation.MERGE));
    assertThat(browser.count(".link.edge.rel-quantized, .link.edge.rel-merge")).isZero();
  }

  @Test
  void a_task_leaves_its_models_alone() {
    open("&down=8");
    drawn(expected(8, each -> true));
    set("task", "fill-mask");
    drawn(expected(8, each -> each.task().equals("fill-mask")));
    assertThat(browser.address()).contains("task=fill-mask");
  }

  @Test
  void dates_bound_when_models_were_created() {
    open("&down=8");
    drawn(expected(8, each -> true));
    set("created_from", "2025-04-01");
    drawn(expected(8, each -> each.month() >= 4));
    set("created_to", "2025-09-01");
    drawn(expected(8, each -> each.month() >= 4 && each.month() < 9));
  }

  @Test
  void a_least_number_of_downloads_leaves_out_what_has_fewer() {
    open("&down=8");
    drawn(expected(8, each -> true));
    set("downloads_min", "10");
    drawn(expected(8, each -> each.downloads() >= 10));
    set("downloads_min", "100");
    drawn(expected(8, each -> each.downloads() >= 100));
  }

  @Test
  void a_depth_is_how_many_generations_are_drawn() {
    open("&down=1");
    drawn(expected(1, each -> true));
    set("down", "2");
    drawn(expected(2, each -> true));
    set("down", "8");
    drawn(expected(8, each -> true));
    assertThat(expected(8, each -> true)).hasSizeGreaterThan(expected(2, each -> true).size());
  }
}
