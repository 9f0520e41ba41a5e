package io.github.hubgenealogy.jobs.cards;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.hubgenealogy.jobs.pipeline.JobsSettings;
import io.github.hubgenealogy.jobs.prose.Statement;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

final class CardReaderTest {
  private final CardReader reader = new CardReader(JobsSettings.defaults().cards());

  private ReadCard read(String yaml) {
    return reader.readme(("---\n" + yaml + "\n---\nbody").getBytes(StandardCharsets.UTF_8), false);
  }

  private DeclaredCard declared(String yaml) {
    ReadCard card = read(yaml);
    assertThat(card.status()).as("%s", card.remark()).isEqualTo(ParseStatus.OK);
    return card.declared();
  }

  @Test
  void words_that_yaml_1_1_would_type_stay_as_written() {
    DeclaredCard card =
        declared(
            "language: [no, on, y, en]\nlicense: 010\ntags: [0.10, 1e3, 2022-01-01, 12:30, 7, 0x1F, true]");

    assertThat(card.languages()).containsExactly("no", "on", "y", "en");
    assertThat(card.languagesIso()).containsExactly("no", "en");
    assertThat(card.licenses()).containsExactly("010");
    assertThat(card.tags())
        .containsExactly("0.10", "1e3", "2022-01-01", "12:30", "7", "0x1F", "true");
  }

  @Test
  void one_value_is_read_whether_string_list_comma_list_or_map() {
    assertThat(declared("tags: a, b").tags()).containsExactly("a", "b");
    assertThat(declared("tags:\n- a\n- b").tags()).containsExactly("a", "b");
    assertThat(declared("tags: [a, 'b, c']").tags()).containsExactly("a", "b, c");
    assertThat(declared("datasets: {name: squad}").datasets()).containsExactly("squad");
    assertThat(declared("datasets:\n- name: squad\n- glue").datasets())
        .containsExactly("squad", "glue");
    assertThat(declared("base_model: a/b").baseModels()).containsExactly("a/b");
    assertThat(declared("base_model: a/b, c/d").baseModels()).containsExactly("a/b", "c/d");
    assertThat(declared("base_model:\n- a/b\n-\n- null\n- c/d").baseModels())
        .containsExactly("a/b", "c/d");
    assertThat(declared("base_model: []").baseModels()).isEmpty();
    assertThat(declared("base_model:").baseModels()).isEmpty();
    assertThat(declared("library_name: [peft, x]").libraryName()).isEqualTo("peft");
  }

  @Test
  void aliases_and_merge_keys_are_what_they_name() {
    assertThat(declared("a: &x [p/q, r/s]\nbase_model: *x").baseModels())
        .containsExactly("p/q", "r/s");
    assertThat(declared("a: &x p/q\nbase_model: [*x, &y r/s, *y]").baseModels())
        .containsExactly("p/q", "r/s", "r/s");
    assertThat(declared("a: &x {license: mit}\n<<: *x\ntags: t").licenses()).containsExactly("mit");
    assertThat(declared("a: &x {license: mit}\n<<: *x\nlicense: gpl").licenses())
        .containsExactly("gpl");
  }

  @Test
  void misspelt_keys_are_read_and_named_unless_the_right_one_is_there() {
    DeclaredCard card =
        declared("licence: MIT\ndataset: squad\nmodel_index: [{name: n, v: 0.50}]\nmine: 1");
    assertThat(card.licenses()).containsExactly("mit");
    assertThat(card.datasets()).containsExactly("squad");
    assertThat(card.modelIndex()).isEqualTo("[{\"name\":\"n\",\"v\":0.50}]");
    assertThat(card.misspeltKeys()).containsExactly("licence", "dataset", "model_index");
    assertThat(card.unknownKeys()).containsExactly("mine");

    assertThat(declared("license: apache-2.0\nlicence: MIT").licenses())
        .containsExactly("apache-2.0");
    assertThat(declared("license: apache-2.0\nlicence: MIT").unknownKeys())
        .containsExactly("licence");
  }

  @Test
  void of_a_key_that_stands_twice_the_last_counts_and_is_named() {
    ReadCard card = read("license: mit\nlicense: gpl");
    assertThat(card.declared().licenses()).containsExactly("gpl");
    assertThat(card.remark()).contains("license");
  }

  @Test
  void each_fault_has_its_status() {
    assertThat(read("a: b: c").status()).isEqualTo(ParseStatus.INVALID_YAML);
    assertThat(read("\ta: b").status()).isEqualTo(ParseStatus.INVALID_YAML);
    assertThat(read("a: @b").status()).isEqualTo(ParseStatus.INVALID_YAML);
    assertThat(read("a: *nowhere").status()).isEqualTo(ParseStatus.INVALID_YAML);
    assertThat(read("a: &x [*x]").status()).isEqualTo(ParseStatus.INVALID_YAML);
    assertThat(read("- a").status()).isEqualTo(ParseStatus.NOT_A_MAPPING);
    assertThat(read("just words").status()).isEqualTo(ParseStatus.NOT_A_MAPPING);
    assertThat(read("# only a comment").status()).isEqualTo(ParseStatus.EMPTY);
    assertThat(read("a: !!java.net.URL [x]").status()).isEqualTo(ParseStatus.OK);
  }

  @Test
  void a_tab_between_key_and_value_is_a_blank() {
    assertThat(declared("license: \tmit\ntags:\n- a").licenses()).containsExactly("mit");
    assertThat(declared("license:\tmit").licenses()).containsExactly("mit");
  }

  @Test
  void bombs_end_in_a_status() {
    StringBuilder billion = new StringBuilder("a0: &a0 [x,x,x,x,x,x,x,x,x]\n");
    for (int i = 1; i < 9; i++) {
      billion
          .append('a')
          .append(i)
          .append(": &a")
          .append(i)
          .append(" [")
          .append(("*a" + (i - 1) + ",").repeat(9))
          .append("]\n");
    }
    assertThat(read(billion.toString()).status()).isEqualTo(ParseStatus.TOO_MANY_ALIASES);
    assertThat(read("a: &x 1\nb: [" + "*x,".repeat(101) + "]").status())
        .isEqualTo(ParseStatus.TOO_MANY_ALIASES);
    assertThat(read("a: " + "[".repeat(100_000)).status()).isEqualTo(ParseStatus.TOO_DEEP);
    assertThat(read("a: " + "{b: ".repeat(100_000)).status()).isEqualTo(ParseStatus.TOO_DEEP);
    assertThat(read("a: [" + "x,".repeat(60_000) + "]").status()).isEqualTo(ParseStatus.TOO_LARGE);
    assertThat(read("a: " + "x".repeat(2 << 20)).status()).isEqualTo(ParseStatus.TOO_LARGE);
    assertThat(read("a: \0").status()).isEqualTo(ParseStatus.INVALID_YAML);
  }

  @Test
  void bytes_are_read_by_their_mark_else_as_utf_8_else_as_windows_1252() {
    String text = "---\nlicense_name: é\n---\n";
    assertThat(reader.readme(text.getBytes(StandardCharsets.UTF_8), false).encoding())
        .isEqualTo("utf-8");
    assertThat(reader.readme(("\ufeff" + text).getBytes(StandardCharsets.UTF_8), false).encoding())
        .isEqualTo("utf-8-bom");
    for (Charset charset : List.of(StandardCharsets.UTF_16LE, StandardCharsets.UTF_16BE)) {
      ReadCard card = reader.readme(("\ufeff" + text).getBytes(charset), false);
      assertThat(card.declared().licenseName()).isEqualTo("é");
    }
    ReadCard windows = reader.readme(text.getBytes(Charset.forName("windows-1252")), false);
    assertThat(windows.encoding()).isEqualTo("windows-1252");
    assertThat(windows.declared().licenseName()).isEqualTo("é");
    assertThat(reader.readme(new byte[] {(byte) 0x81, (byte) 0xff}, false).status())
        .isEqualTo(ParseStatus.UNDECODABLE);
  }

  @Test
  void a_cut_card_is_read_up_to_the_cut() {
    byte[] whole = "---\nlicense: mit\n---\né".getBytes(StandardCharsets.UTF_8);
    byte[] cut = java.util.Arrays.copyOf(whole, whole.length - 1);
    assertThat(reader.readme(cut, true).encoding()).isEqualTo("utf-8");
    assertThat(reader.readme("---\nlicense: mit\n".getBytes(StandardCharsets.UTF_8), true).status())
        .isEqualTo(ParseStatus.TOO_LARGE);
  }

  @Test
  void a_card_beyond_the_limit_of_bytes_is_not_decoded_and_one_cut_to_it_is_read() {
    byte[] card = "---\nlicense: mit\n---\nprose".getBytes(StandardCharsets.UTF_8);
    CardReader exact = new CardReader(limits(card.length, null, null));
    assertThat(exact.readme(card, true).declared().licenses()).containsExactly("mit");

    ReadCard longer = new CardReader(limits(card.length - 1, null, null)).readme(card, false);
    assertThat(longer.status()).isEqualTo(ParseStatus.TOO_LARGE);
    assertThat(longer.remark()).isEqualTo("a card of more than 25 bytes");
    assertThat(longer.encoding()).isNull();
    assertThat(longer.chars()).isEqualTo(-1);
    assertThat(longer.declared()).isEqualTo(DeclaredCard.NOTHING);
  }

  @Test
  void a_model_index_beyond_its_limit_is_dropped_and_counted() {
    byte[] card = "---\nmodel-index: [a, b, c]\n---\n".getBytes(StandardCharsets.UTF_8);
    assertThat(new CardReader(limits(null, 4, null)).readme(card, false).declared().modelIndex())
        .isEqualTo("[\"a\",\"b\",\"c\"]");
    DeclaredCard none = new CardReader(limits(null, 3, null)).readme(card, false).declared();
    assertThat(none.modelIndex()).isNull();
    assertThat(none.droppedValues()).isEqualTo(3);
  }

  @Test
  void a_line_of_prose_beyond_its_limit_is_not_searched_and_counted() {
    String claim = "A fine-tuned version of p/base-1.";
    String body = claim + " " + "x".repeat(40) + "\nLora for p/base-2.\n";
    byte[] card = ("---\nlicense: mit\n---\n" + body).getBytes(StandardCharsets.UTF_8);
    ReadCard all = new CardReader(limits(null, null, 74)).readme(card, false);
    assertThat(all.statements()).extracting(Statement::claimedText).contains("p/base-1");
    assertThat(all.remark()).isNull();

    ReadCard some = new CardReader(limits(null, null, 73)).readme(card, false);
    assertThat(some.statements()).extracting(Statement::claimedText).containsExactly("p/base-2");
    assertThat(some.remark()).isEqualTo("1 line of prose of more than 73 characters not searched");
    assertThat(some.status()).isEqualTo(ParseStatus.OK);
  }

  private static JobsSettings.Cards limits(Integer bytes, Integer indexValues, Integer line) {
    return new JobsSettings.Cards(bytes, null, null, null, null, indexValues, line);
  }

  @Test
  void the_tool_that_wrote_a_card_is_told_by_its_marks() {
    assertThat(read("tags: [generated_from_trainer]").generatedBy()).isEqualTo("trainer");
    assertThat(read("library_name: peft").generatedBy()).isEqualTo("peft");
    assertThat(read("tags: [trl, generated_from_trainer]").generatedBy()).isEqualTo("trl");
    assertThat(read("tags: [mergekit, merge]").generatedBy()).isEqualTo("mergekit");
    assertThat(read("quantized_by: someone").generatedBy()).isNull();
    assertThat(read("quantized_by: someone\n---\n# GGUF files").generatedBy()).isEqualTo("gguf");
    assertThat(read("tags: [a]\n---\n\n### Framework versions\n\n- PEFT 0.9").generatedBy())
        .isEqualTo("peft");
    assertThat(
            read("tags: [trl]\n---\n# x\nThis model was converted to GGUF format from [`a/b`](c)")
                .generatedBy())
        .isEqualTo("gguf");
    assertThat(
            read("license: mit\n---\nThis is a merge of pre-trained language models created using [mergekit](x)")
                .generatedBy())
        .isEqualTo("mergekit");
    assertThat(
            read("license: mit\n---\n" + " ".repeat(9_000) + "github.com/unslothai/unsloth")
                .generatedBy())
        .isNull();
    assertThat(read("license: mit").generatedBy()).isNull();
  }

  @Test
  void a_key_that_overrides_a_merged_one_does_not_stand_twice() {
    assertThat(read("a: &x {license: mit}\n<<: *x\nlicense: gpl").remark()).isNull();
    assertThat(read("a: {b: 1, b: 2}\nlicense: mit\nlicense: gpl").declared().droppedValues())
        .isEqualTo(2);
  }

  @Test
  void keys_a_letter_or_a_custom_away_are_read_as_what_they_mean() {
    for (String key :
        List.of("Licence", "lisense", "licnese", "LICENSE", "licenses", "licens", "licensee")) {
      DeclaredCard card = declared(key + ": mit");
      assertThat(card.licenses()).as(key).containsExactly("mit");
      assertThat(card.misspeltKeys()).containsExactly(key);
    }
    assertThat(declared("Base Models: a/b").baseModels()).containsExactly("a/b");
    assertThat(declared("model_index: [{name: n}]").modelIndex()).isEqualTo("[{\"name\":\"n\"}]");
    for (String key :
        List.of("xdatasets", "task", "model_name", "library_tag", "license_details", "datasets2")) {
      assertThat(declared(key + ": mit").unknownKeys()).as(key).containsExactly(key);
    }
  }

  @Test
  void what_no_column_holds_is_named_or_counted() {
    DeclaredCard card =
        declared(
            """
            widget: [1]
            mine: {a: 1}
            library_name: [peft, x, y]
            datasets: [{name: squad, split: train}, glue]
            co2_eq_emissions: {emissions: 5, source: code}
            tags: {a: 1, b: }
            """);
    assertThat(card.pageKeys()).containsExactly("widget");
    assertThat(card.unknownKeys()).containsExactly("mine");
    assertThat(card.libraryName()).isEqualTo("peft");
    assertThat(card.co2EqGrams()).isEqualTo(5.0);
    assertThat(card.tags()).containsExactly("a", "b");
    assertThat(card.droppedValues()).isEqualTo(2 + 1 + 1 + 1);
    assertThat(declared("co2_eq_emissions: much").droppedValues()).isEqualTo(1);
    assertThat(declared("license: mit\ntags: [a]").droppedValues()).isZero();
  }

  @Test
  void what_is_odd_about_fences_is_said() {
    assertThat(remark("# x\n---\nlicense: mit\n---\n")).isEqualTo("text above the front matter");
    assertThat(remark("----\nlicense: mit\n----\n"))
        .isEqualTo("more than three dashes in the opening fence");
    assertThat(remark("--- \nlicense: mit\n---\n")).isEqualTo("blanks after the opening fence");
    assertThat(remark("license: mit\n---\nx"))
        .isEqualTo("no opening fence above what looks like front matter");
    assertThat(remark("---\nlicense: mit\n")).isEqualTo("no closing fence");
    assertThat(remark("---\nlicense: mit\n----\n"))
        .isEqualTo("no closing fence, but a line that may have been meant as one");
    assertThat(remark("---\n---\n")).isEqualTo("nothing between the fences");
    assertThat(remark("---\nlicense: mit\n---\n\n---\ntags: x\n---\n"))
        .isEqualTo("a second front matter follows, which is not read");
    assertThat(remark("---\nlicense: mit\n---\n\n---\n# x")).isNull();
    assertThat(remark("# x")).isNull();
    assertThat(remark("")).isNull();
  }

  private String remark(String card) {
    return reader.readme(card.getBytes(StandardCharsets.UTF_8), false).remark();
  }

  @Test
  void several_languages_in_one_string_are_told_apart_where_each_is_known() {
    assertThat(declared("language: English French").languagesIso()).containsExactly("en", "fr");
    assertThat(declared("language: English French").languages()).containsExactly("English French");
    assertThat(declared("language: en de nl es").languagesIso())
        .containsExactly("en", "de", "nl", "es");
    assertThat(declared("language: old words of nobody").languagesIso()).isEmpty();
  }
}
