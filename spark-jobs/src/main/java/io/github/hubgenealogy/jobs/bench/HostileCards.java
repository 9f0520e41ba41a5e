package io.github.hubgenealogy.jobs.bench;

import io.github.hubgenealogy.jobs.cards.ParseStatus;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Supplier;

/**
 * Cards that attack their reader, and what each has to come to: those that a README may be, and
 * those that are cut short by its length alone, which the reader's own limits have to bear when
 * they are just within it. They are made when they are asked for; what a fuzzer found are files in
 * the tests' resources.
 */
public final class HostileCards {
  /** A card and its status. */
  public record Attack(Supplier<byte[]> card, ParseStatus status) {}

  private static final int MEGABYTE = 1 << 20;

  private HostileCards() {}

  private static byte[] card(String yaml) {
    return ("---\n" + yaml + "\n---\nbody").getBytes(StandardCharsets.UTF_8);
  }

  private static String bomb(String open, String close) {
    StringBuilder yaml = new StringBuilder("a0: &a0 [x, x, x, x, x, x, x, x, x]\n");
    for (int level = 1; level < 10; level++) {
      yaml.append("a").append(level).append(": &a").append(level).append(' ').append(open);
      for (int i = 0; i < 9; i++) {
        yaml.append(i == 0 ? "" : ", ").append(open.equals("{") ? "k" + i + ": " : "");
        yaml.append("*a").append(level - 1);
      }
      yaml.append(close).append('\n');
    }
    return yaml.append("tags: *a9").toString();
  }

  private static String nested(String open, int depth, String close) {
    return "a: " + open.repeat(depth) + close.repeat(depth);
  }

  private static String blockNested(int depth) {
    return "a:\n" + "- ".repeat(depth) + "x";
  }

  private static String keys(int count) {
    StringBuilder yaml = new StringBuilder();
    for (int i = 0; i < count; i++) {
      yaml.append('k').append(i).append(":\n");
    }
    return yaml.toString();
  }

  /** Every attack by its name. */
  public static Map<String, Attack> all() {
    Map<String, Attack> all = new LinkedHashMap<>();
    put(
        all,
        "aliases of aliases of lists",
        () -> card(bomb("[", "]")),
        ParseStatus.TOO_MANY_ALIASES);
    put(
        all,
        "aliases of aliases of maps",
        () -> card(bomb("{", "}")),
        ParseStatus.TOO_MANY_ALIASES);
    put(
        all,
        "merge keys of merge keys",
        () -> card("a: &a {b: 1}\n" + "c: {<<: [*a, *a, *a]}\n".repeat(60)),
        ParseStatus.TOO_MANY_ALIASES);
    put(all, "an alias inside what it names", () -> card("a: &a [*a]"), ParseStatus.INVALID_YAML);
    put(all, "a map that merges itself", () -> card("a: &a {<<: *a}"), ParseStatus.INVALID_YAML);
    put(
        all,
        "ten megabytes of front matter",
        () -> card("a: b\n".repeat(2 * MEGABYTE)),
        ParseStatus.TOO_LARGE);
    put(
        all,
        "front matter up to the limit of bytes",
        () -> card("a: b\n".repeat(209_000)),
        ParseStatus.TOO_LARGE);
    put(
        all,
        "ten megabytes without a closing fence",
        () -> ("---\n" + "- --- -\n".repeat(10 * MEGABYTE / 8)).getBytes(StandardCharsets.UTF_8),
        ParseStatus.TOO_LARGE);
    put(
        all,
        "a megabyte without a closing fence",
        () -> ("---\n" + "- --- -\n".repeat(131_000)).getBytes(StandardCharsets.UTF_8),
        ParseStatus.UNCLOSED);
    put(
        all,
        "ten megabytes of blanks",
        () -> " ".repeat(10 * MEGABYTE).getBytes(StandardCharsets.UTF_8),
        ParseStatus.TOO_LARGE);
    put(
        all,
        "a megabyte of blanks",
        () -> " ".repeat(MEGABYTE).getBytes(StandardCharsets.UTF_8),
        ParseStatus.EMPTY);
    put(
        all,
        "ten megabytes that are no UTF-8",
        () -> "---\na: \u00e9\n---\n".repeat(MEGABYTE).getBytes(StandardCharsets.ISO_8859_1),
        ParseStatus.TOO_LARGE);
    put(
        all,
        "a megabyte that is no UTF-8",
        () ->
            ("---\nlicense: mit\n---\n" + "\u00e9".repeat(MEGABYTE - 100))
                .getBytes(StandardCharsets.ISO_8859_1),
        ParseStatus.OK);
    put(
        all,
        "a megabyte of UTF-16",
        () ->
            ("\ufeff---\nlicense: mit\n---\n" + "\u4e2d".repeat(MEGABYTE / 2 - 100))
                .getBytes(StandardCharsets.UTF_16LE),
        ParseStatus.OK);
    put(all, "lists 100,000 deep", () -> card(nested("[", 100_000, "]")), ParseStatus.TOO_DEEP);
    put(all, "maps 100,000 deep", () -> card(nested("{a: ", 100_000, "}")), ParseStatus.TOO_DEEP);
    put(all, "dashes 100,000 deep", () -> card(blockNested(100_000)), ParseStatus.TOO_DEEP);
    put(all, "lists never closed", () -> card(nested("[", 100_000, "")), ParseStatus.TOO_DEEP);
    put(all, "a million keys", () -> card(keys(1_000_000)), ParseStatus.TOO_LARGE);
    put(all, "keys up to the limit of bytes", () -> card(keys(120_000)), ParseStatus.TOO_LARGE);
    put(
        all,
        "one line of five megabytes",
        () -> card("a: " + "b".repeat(5 * MEGABYTE)),
        ParseStatus.TOO_LARGE);
    put(
        all,
        "one line of a megabyte less a little",
        () -> card("license: " + "b".repeat(MEGABYTE - 100)),
        ParseStatus.OK);
    put(
        all,
        "a key of a megabyte less a little",
        () -> card("b".repeat(MEGABYTE - 100) + ": x"),
        ParseStatus.TOO_LARGE);
    put(
        all,
        "ten words that are long each",
        () -> card("a: !b\n  - " + ("b".repeat(99_000) + "\n    ").repeat(10)),
        ParseStatus.TOO_LARGE);
    put(
        all,
        "nine long values",
        () -> card("a: !b x\nb:\n" + ("- " + "b".repeat(40_000) + "\n").repeat(9)),
        ParseStatus.OK);
    put(
        all,
        "a comment of a megabyte less a little",
        () -> card("a: !b x # " + "b".repeat(MEGABYTE - 100)),
        ParseStatus.TOO_LARGE);
    put(all, "zero bytes", () -> card("license: m\0it"), ParseStatus.INVALID_YAML);
    put(all, "nothing but zero bytes", () -> new byte[MEGABYTE], ParseStatus.NO_FRONT_MATTER);
    put(
        all,
        "halves of surrogate pairs as bytes",
        () -> {
          byte[] card = card("license: mit\ntags: [x???]");
          for (int i = 0; i < card.length; i++) {
            if (card[i] == '?') {
              card[i] = (byte) 0xED;
              card[i + 1] = (byte) 0xA0;
              card[i + 2] = (byte) 0x80;
            }
          }
          return card;
        },
        // No UTF-8, so windows-1252, in which 0x80 is a sign.
        ParseStatus.OK);
    put(
        all,
        "halves of surrogate pairs as escapes",
        () -> card("license: \"\\ud800\""),
        ParseStatus.OK);
    put(
        all,
        "tags that name Java classes",
        () ->
            card(
                "a: !!javax.script.ScriptEngineManager [!!java.net.URLClassLoader [[!!java.net.URL [\"http://127.0.0.1/\"]]]]\nlicense: mit"),
        ParseStatus.OK);
    put(
        all,
        "tags of Python objects",
        () -> card("a: !!python/object/apply:os.system [id]\nlicense: mit"),
        ParseStatus.OK);
    put(
        all,
        "binary that is none",
        () -> card("a: !!binary '***'\nlicense: mit"),
        ParseStatus.INVALID_YAML);
    put(
        all,
        "a number of half a million digits",
        () -> card("co2_eq_emissions: " + "9".repeat(500_000)),
        ParseStatus.OK);
    put(
        all,
        "sexagesimal digits without end",
        () -> card("license: 1" + ":59".repeat(200_000) + "x"),
        ParseStatus.OK);
    put(
        all,
        "blanks between an opening fence and its end",
        () -> ("---" + " ".repeat(MEGABYTE - 100) + "x\n---").getBytes(StandardCharsets.UTF_8),
        ParseStatus.NO_FRONT_MATTER);
    put(
        all,
        "tabs after a key without end",
        () -> card("license:" + "\t ".repeat(300_000) + "@"),
        ParseStatus.INVALID_YAML);
    put(
        all,
        "fences upon fences",
        () -> "---\n".repeat(MEGABYTE / 4).getBytes(StandardCharsets.UTF_8),
        ParseStatus.EMPTY);
    put(
        all,
        "commas without end",
        () -> card("base_model: " + "a/b,".repeat(200_000)),
        ParseStatus.OK);
    put(
        all,
        "documents without end",
        () -> card("a: 1\n" + "...\n".repeat(100_000)),
        ParseStatus.TOO_LARGE);
    put(
        all,
        "directives without end",
        () -> card("%TAG !a" + "b".repeat(100_000) + "! c\na: 1"),
        ParseStatus.INVALID_YAML);
    prose(all);
    return all;
  }

  /** Bodies that would kill a reader of prose whose patterns look back or ahead without a bound. */
  private static void prose(Map<String, Attack> all) {
    Map<String, String> units = new LinkedHashMap<>();
    units.put("words that begin every phrase", "fine-tuned quantized base model merged adapter ");
    units.put("phrases whose name never comes", "fine-tuned version of          ");
    units.put("phrases that say otherwise", "not fine-tuned from https://huggingface.co/a/b-1 ");
    units.put("names without end", "merge of [a](https://huggingface.co/a/b) and ");
    units.put("labels never closed", "fine-tuned version of [");
    units.put("subjects without end", "aA-b is ");
    units.put("marks before a field", "**** ");
    units.put("comments never closed", "<!-- ");
    units.put("fences never closed", "```\nmerge_method: ");
    units.put("headings of quoted cards", "# original ");
    units.put(
        "items of a merge", "models were included in the merge\n\n- [a](https://hf.co/a/b)\n");
    units.forEach(
        (name, unit) -> {
          String body = unit.repeat((MEGABYTE - 100) / unit.length());
          put(all, "prose: " + name, () -> prose(body), ParseStatus.OK);
          String lines = (unit.strip() + "\n").repeat((MEGABYTE - 100) / (unit.length() + 1));
          put(all, "prose in lines: " + name, () -> prose(lines), ParseStatus.OK);
        });
    put(
        all,
        "prose: one line of five megabytes",
        () -> prose("fine-tuned version of a/b-1 ".repeat(5 * MEGABYTE / 28)),
        ParseStatus.TOO_LARGE);
  }

  private static byte[] prose(String body) {
    return ("---\nlicense: mit\n---\n" + body).getBytes(StandardCharsets.UTF_8);
  }

  private static void put(
      Map<String, Attack> all, String name, Supplier<byte[]> card, ParseStatus status) {
    all.put(name, new Attack(card, status));
  }
}
