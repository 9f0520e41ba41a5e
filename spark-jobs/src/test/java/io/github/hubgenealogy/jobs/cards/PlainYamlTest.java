package io.github.hubgenealogy.jobs.cards;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.hubgenealogy.jobs.RealCards;
import io.github.hubgenealogy.jobs.pipeline.JobsSettings;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;

/** The short way of reading YAML against the full one: the same nodes, or nothing. */
final class PlainYamlTest {
  private final JobsSettings.Cards limits = JobsSettings.defaults().cards();
  private final PlainYaml plain = new PlainYaml(limits);
  private final NodeReader full = new NodeReader(limits);

  /** Whether the short way took the text, after holding its nodes against the full reader's. */
  private boolean agrees(String text) {
    Node.Entries read = plain.read(text.getBytes(StandardCharsets.UTF_8));
    if (read == null) {
      return false;
    }
    NodeReader.Result expected = full.readYaml(text);
    assertThat(expected.status()).as("%s\n%s", text, expected.remark()).isEqualTo(ParseStatus.OK);
    assertThat(expected.remark()).as(text).isNull();
    assertThat(read).as(text).isEqualTo(expected.root());
    assertThat(read.toString()).as(text).isEqualTo(expected.root().toString());
    return true;
  }

  /** Pieces of YAML in any order: nearly all of it is wrong, and what is right is odd. */
  @Provide
  Arbitrary<String> pieces() {
    return Arbitraries.of(
            "a",
            "key",
            "b: ",
            ": ",
            ":",
            "- ",
            "-",
            "\n",
            "\n",
            "\n",
            "\n  ",
            "\n    ",
            "\r\n",
            " ",
            "  ",
            "#",
            " # c",
            "'",
            "\"",
            "[",
            "]",
            ", ",
            ",",
            "{",
            "}",
            "x: y",
            "- x",
            "- k: v",
            "\n- ",
            "\n  - ",
            "\n- a: b\n  c: d",
            "''",
            "'it''s'",
            "\"q\"",
            "\\",
            "~",
            "null",
            "true",
            "No",
            "1",
            "-1",
            "0.5",
            "1e3",
            "010",
            "0x1F",
            "1_000",
            "12:30",
            "2022-01-01",
            ".5",
            "+1",
            "5.",
            ".inf",
            "=",
            "<<",
            "&a ",
            "*a",
            "!t ",
            "|",
            ">",
            "%",
            "@",
            "`",
            "?",
            "? ",
            "é",
            "\u00a0",
            "\u2028",
            "\ufeff",
            "\t",
            "\u0085",
            "\0",
            "---",
            "...",
            "a:b",
            "http://x/y",
            "a#b",
            "😀",
            "(x)",
            "a.b/c-d",
            "[a, b]",
            "[]",
            "{}")
        .list()
        .ofMaxSize(16)
        .map(parts -> String.join("", parts));
  }

  @Property(tries = 100_000)
  void any_text_is_read_as_the_full_reader_reads_it_or_left_to_it(@ForAll("pieces") String text) {
    agrees(text);
  }

  private static Arbitrary<String> scalar() {
    return Arbitraries.of(
        "mit",
        "apache-2.0",
        "no",
        "on",
        "en",
        "0.10",
        "010",
        "7B",
        "1e-5",
        "5.6e-05",
        "-0.5",
        "2022-01-01",
        "12:30",
        "true",
        "null",
        "~",
        "'quoted'",
        "\"double\"",
        "'it''s'",
        "''",
        "a b  c",
        "x # comment",
        "owner/name",
        "https://a.b/c?d=e",
        "-x",
        "a:b",
        "[a, b]",
        "[ ]",
        "['a', \"b, c\", d e ]",
        "[1, 2.5, no]",
        "日本語",
        "é à",
        "x, y",
        "0",
        "-",
        "1.2.3",
        "+1",
        "0b1",
        "0o7",
        "1__0",
        "190:20:30",
        "!t x",
        "&a x",
        "*a",
        "|",
        "{a: b}",
        "\"\\n\"",
        "@x");
  }

  /** Texts that look like front matter, most of them right. */
  @Provide
  Arbitrary<String> blocks() {
    return block(3, "");
  }

  private static Arbitrary<String> block(int depth, String indent) {
    Arbitrary<String> key =
        Arbitraries.of("tags", "license", "base_model", "model-index", "k 2", "é", "1", "a.b");
    Arbitrary<String> value =
        depth == 0
            ? scalar().map(text -> " " + text)
            : Arbitraries.frequencyOf(
                net.jqwik.api.Tuple.of(5, scalar().map(text -> " " + text)),
                net.jqwik.api.Tuple.of(1, Arbitraries.of("", " ", " # c")),
                net.jqwik.api.Tuple.of(2, list(depth - 1, indent)),
                net.jqwik.api.Tuple.of(1, list(depth - 1, indent + "  ")),
                net.jqwik.api.Tuple.of(
                    1,
                    Arbitraries.lazy(() -> block(depth - 1, indent + "  "))
                        .map(text -> "\n" + text)));
    Arbitrary<String> between =
        Arbitraries.of("\n", "\n", "\n", "\n\n", "\n# c\n", "\n  \n", "\r\n");
    return Combinators.combine(key, value, between)
        .as((k, v, end) -> indent + k + ":" + v + end)
        .list()
        .ofMinSize(1)
        .ofMaxSize(4)
        .map(lines -> String.join("", lines).stripTrailing());
  }

  private static Arbitrary<String> list(int depth, String indent) {
    Arbitrary<String> item =
        depth == 0
            ? scalar()
            : Arbitraries.oneOf(
                scalar(),
                Arbitraries.of(""),
                Arbitraries.lazy(() -> block(depth - 1, indent + "  ")).map(String::stripLeading));
    return item.list()
        .ofMinSize(1)
        .ofMaxSize(3)
        .map(
            items -> {
              StringBuilder text = new StringBuilder();
              items.forEach(one -> text.append('\n').append(indent).append("- ").append(one));
              return text.toString();
            });
  }

  @Property(tries = 20_000)
  void blocks_are_read_as_the_full_reader_reads_them(@ForAll("blocks") String text) {
    agrees(text);
  }

  @Test
  void what_most_cards_hold_is_read_the_short_way() {
    assertThat(
            agrees(
                """
                language: no
                license: apache-2.0
                tags:
                - generated_from_trainer
                - 'a b'
                datasets: [squad, "glue"]
                metrics:
                  - accuracy
                model-index:
                - name: x
                  results:
                  - task:
                      type: text-classification # of texts
                    metrics:
                    - type: accuracy
                      value: 0.91

                co2_eq_emissions: 0.5
                widget:
                - text: "What is this?"
                thumbnail:
                """))
        .isTrue();
    assertThat(agrees("a: 1\r\nb:\r\n- x\r\n")).isTrue();
  }

  @Test
  void what_needs_more_than_lines_is_left_to_the_full_reader() {
    for (String text :
        new String[] {
          "a: |\n  x",
          "a: x\n  y",
          "a: &x y",
          "a: {b: c}",
          "a: \"\\n\"",
          "a:\tb",
          "- a",
          "a",
          "a: b: c",
          "a: 1\na: 2",
          "? a",
          "a: 010",
          "a: [b\n]",
          "a: !t b",
          ""
        }) {
      assertThat(agrees(text)).as(text).isFalse();
    }
  }

  @Test
  void nesting_and_length_beyond_the_limits_are_left_to_the_full_reader() {
    StringBuilder deep = new StringBuilder();
    for (int level = 0; level < 2_000; level++) {
      deep.append(" ".repeat(level)).append("k:\n");
    }
    assertThat(agrees(deep.toString())).isFalse();
    assertThat(agrees("a:\n" + "- x\n".repeat(60_000))).isFalse();
  }

  @Test
  void every_real_card_is_read_alike_and_nearly_all_the_short_way() throws IOException {
    int[] count = new int[2];
    RealCards.forEach(
        (id, bytes) -> {
          CardText text = CardText.of(bytes, false);
          FrontMatter matter = text.text() == null ? null : FrontMatter.find(text.text());
          if (matter != null && matter.status() == ParseStatus.OK) {
            count[0]++;
            count[1] += agrees(text.text().substring(matter.from(), matter.to())) ? 1 : 0;
          }
        });
    assertThat(count[1]).as("of %s", count[0]).isGreaterThan(count[0] * 9 / 10);
  }
}
