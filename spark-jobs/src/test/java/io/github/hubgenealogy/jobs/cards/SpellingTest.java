package io.github.hubgenealogy.jobs.cards;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.hubgenealogy.jobs.pipeline.JobsSettings;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** One card in every spelling a person might use: the columns are the same. */
final class SpellingTest {
  private final CardReader reader = new CardReader(JobsSettings.defaults().cards());

  /** What a card says. */
  record Said(
      List<String> languages,
      List<String> licenses,
      List<String> tags,
      List<String> datasets,
      List<String> bases,
      String library,
      String relation) {}

  @Provide
  Arbitrary<Said> cards() {
    Arbitrary<String> word =
        Arbitraries.of(
            "a",
            "text-generation",
            "no",
            "on",
            "010",
            "0.10",
            "1e3",
            "7B",
            "true",
            "null-ish",
            "é",
            "日本",
            "x y",
            "a:b",
            "#tag",
            "it's",
            "\"q\"",
            "-x",
            "@at",
            "*star",
            "&and",
            "!bang",
            "%p",
            "{b}",
            "[c]",
            "k: v",
            "v #",
            "~",
            "null",
            "2022-01-01",
            "12:30",
            "|",
            ">");
    Arbitrary<String> code = Arbitraries.of("en", "no", "fr", "zh", "multilingual", "code");
    Arbitrary<String> license = Arbitraries.of("mit", "apache-2.0", "other", "cc-by-4.0");
    Arbitrary<String> id =
        Arbitraries.of("a/b", "meta-llama/Llama-3.1-8B", "bert-base-uncased", "x_y/z.w", "A/1");
    return Combinators.combine(
            code.list().ofMaxSize(3),
            license.list().ofMaxSize(2),
            word.list().ofMaxSize(4),
            word.list().ofMaxSize(3),
            id.list().ofMaxSize(3),
            Arbitraries.of("transformers", "peft", "010"),
            Arbitraries.of("finetune", "quantized"))
        .as(Said::new);
  }

  @Property(tries = 5_000)
  void however_it_is_spelt_the_columns_are_the_same(@ForAll("cards") Said said, @ForAll long seed) {
    byte[] card = new Spelling(new Random(seed)).card(said);

    ReadCard read = reader.readme(card, false);

    assertThat(read.status()).as(() -> show(card) + read.remark()).isEqualTo(ParseStatus.OK);
    DeclaredCard declared = read.declared();
    assertThat(
            new Said(
                declared.languages(),
                declared.licenses(),
                declared.tags(),
                declared.datasets(),
                declared.baseModels(),
                declared.libraryName(),
                declared.baseModelRelation()))
        .as(() -> show(card))
        .isEqualTo(said);
    assertThat(declared.droppedValues()).as(() -> show(card)).isZero();
  }

  private static String show(byte[] card) {
    return CardText.of(card, false).text();
  }

  /** Chooses spellings. */
  private record Spelling(Random random) {
    private boolean maybe() {
      return random.nextBoolean();
    }

    private String one(String... choices) {
      return choices[random.nextInt(choices.length)];
    }

    byte[] card(Said said) {
      List<String> lines = new ArrayList<>();
      field(lines, one("language", "language", "languages", "Language"), said.languages());
      field(lines, one("license", "license", "licence", "License"), said.licenses());
      field(lines, one("tags", "tags", "tag"), said.tags());
      field(lines, one("datasets", "dataset"), said.datasets());
      field(lines, one("base_model", "base_model", "base_models", "base-model"), said.bases());
      field(lines, one("library_name", "library"), List.of(said.library()));
      field(lines, "base_model_relation", List.of(said.relation()));
      String end = one("\n", "\n", "\r\n");
      StringBuilder text = new StringBuilder(one("", "", "\n", " \n\n"));
      text.append("---").append(end);
      for (String line : lines) {
        text.append(line).append(end);
        if (random.nextInt(8) == 0) {
          text.append(one("# a comment", "", "   ")).append(end);
        }
      }
      text.append("---").append(one("", " ", "\t")).append(one("", end, end + "body" + end));
      return bytes(text.toString());
    }

    private byte[] bytes(String text) {
      return switch (random.nextInt(6)) {
        case 0 -> ("\ufeff" + text).getBytes(StandardCharsets.UTF_8);
        case 1 -> ("\ufeff" + text).getBytes(StandardCharsets.UTF_16LE);
        case 2 -> ("\ufeff" + text).getBytes(StandardCharsets.UTF_16BE);
        case 3 -> windows(text);
        default -> text.getBytes(StandardCharsets.UTF_8);
      };
    }

    /** In windows-1252 where that is told from UTF-8 and can write it all. */
    private static byte[] windows(String text) {
      Charset windows = Charset.forName("windows-1252");
      boolean other = text.indexOf('é') >= 0 && windows.newEncoder().canEncode(text);
      return text.getBytes(other ? windows : StandardCharsets.UTF_8);
    }

    private void field(List<String> lines, String key, List<String> values) {
      String colon = key + ":" + one(" ", "  ");
      if (values.isEmpty()) {
        if (maybe()) {
          lines.add(colon + one("[]", "", "null", "~", "''", "# none"));
        }
      } else if (values.size() == 1 && maybe()) {
        String value = scalar(values.get(0), values.get(0).matches("[^,;]*"));
        lines.add(colon + value);
      } else if (random.nextInt(4) == 0) {
        List<String> quoted = values.stream().map(value -> quoted(value)).toList();
        lines.add(colon + "[" + String.join(one(", ", ",", " , "), quoted) + one("]", " ]", ",]"));
      } else if (random.nextInt(8) == 0) {
        // A list over several lines, between brackets.
        lines.add(colon + "[");
        values.forEach(value -> lines.add("  " + quoted(value) + ","));
        lines.add("  ]");
      } else {
        lines.add(key + ":" + one("", " ", " # these"));
        String indent = one("", "  ", "    ");
        for (String value : values) {
          lines.add(indent + "-" + one(" ", "   ") + scalar(value, true));
          if (random.nextInt(10) == 0) {
            lines.add(indent + "- " + one("''", "null", ""));
          }
        }
      }
    }

    private String scalar(String value, boolean plainAllowed) {
      boolean plain = value.matches("[\\p{L}0-9][\\p{L}0-9./_-]*") && !value.equals("null");
      return plain && plainAllowed && random.nextInt(3) > 0
          ? value + one("", " ", " # said so")
          : quoted(value);
    }

    private String quoted(String value) {
      return maybe()
          ? "'" + value.replace("'", "''") + "'"
          : "\"" + value.replace("\\", "\\\\").replace("\"", "\\\"") + "\"";
    }
  }
}
