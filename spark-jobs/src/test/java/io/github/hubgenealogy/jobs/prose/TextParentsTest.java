package io.github.hubgenealogy.jobs.prose;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.AlphaChars;
import net.jqwik.api.constraints.StringLength;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class TextParentsTest {
  private static List<String> parents(String model, String body) {
    return TextParents.of(model, TextParents.statements(body)).stream()
        .map(parent -> parent.rule().word() + " " + parent.claimedText())
        .toList();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "This model is a fine-tuned version of [p/base](https://huggingface.co/p/base) on the X dataset. | fine_tuned_version p/base",
        "A finetuned version of the `p/base` model. | fine_tuned_version p/base",
        "This is a fine tuned version of bert-base-uncased. | fine_tuned_version bert-base-uncased",
        "It is an instruct fine-tuned version of the [Base 7B](https://huggingface.co/p/base-7b). | fine_tuned_version https://huggingface.co/p/base-7b",
        "Fine-tuned [p/base](https://huggingface.co/p/base) on Greek. | fine_tuned p/base",
        "- **Finetuned from model :** p/base-7b-4bit | fine_tuned_from p/base-7b-4bit",
        "- **Finetuned from model [optional]:** [base](https://huggingface.co/p/base) | fine_tuned_from https://huggingface.co/p/base",
        "Child is a fine-tuned [Base](https://huggingface.co/p/base) model. | is_fine_tuned https://huggingface.co/p/base",
        "This model is the [p/base](https://huggingface.co/p/base) language model, fine-tuned on X. | named_fine_tuned p/base",
        "This `bert-base-cased` model was fine-tuned for classification. | named_fine_tuned bert-base-cased",
        "Words. [Base](https://huggingface.co/p/base) further pre-trained on X. | named_fine_tuned https://huggingface.co/p/base",
        "roberta-base fine-tuned on X. | named_fine_tuned roberta-base",
        "It is continually pre-trained from [p/base](https://huggingface.co/p/base). | continued_from p/base",
        "This is a smaller version of [p/base](https://huggingface.co/p/base) for Greek. | smaller_version p/base",
        "The model was initialized with the weights of [p/base](https://huggingface.co/p/base). | initialized_from p/base",
        "It is based on [p/base](https://huggingface.co/p/base). | model_based_on p/base",
        "This model was converted to MLX format from [`p/base`]() using x. | converted_from p/base",
        "A fine-tuned version of [Base](https://huggingface.co/p/base/tree/main). | fine_tuned_version https://huggingface.co/p/base/tree/main",
        "A fine-tuned version of [Base](https://huggingface.co/p/base?text=a/b). | fine_tuned_version https://huggingface.co/p/base?text=a/b",
        "It was built by fine-tuning [p/base](https://huggingface.co/p/base). | by_fine_tuning p/base",
        "static quants of https://huggingface.co/p/base | quants_of https://huggingface.co/p/base",
        "This is a quantized version of [p/base](https://huggingface.co/p/base). | quantized_version p/base",
        "This repo contains GGUF format model files for [P's Base](https://huggingface.co/p/base). | model_files_for https://huggingface.co/p/base",
        "This model was converted to GGUF format from [`p/base`](https://huggingface.co/p/base) using x. | converted_from p/base",
        "- Original model: [Base](https://huggingface.co/p/base) | original_model https://huggingface.co/p/base",
        "Original model: https://huggingface.co/p/base | original_model https://huggingface.co/p/base",
        "These are LoRA adaption weights for p/base-xl-1.0. | lora_for p/base-xl-1.0",
        "An [adapter](https://adapterhub.ml) for the `bert-base-uncased` model. | adapter_for bert-base-uncased",
        "This is a dreambooth model derived from p/stable-2-1. The weights were trained. | derived_from p/stable-2-1",
        "# SentenceTransformer based on p/mini-lm-6 | encoder_based_on p/mini-lm-6",
        "The model is based on a pre-trained [GPT-2](https://huggingface.co/gpt2). | model_based_on https://huggingface.co/gpt2",
        "**Base Model**: p/base-7b | base_model p/base-7b",
        "The base model is [base](https://huggingface.co/p/base). | base_model_is https://huggingface.co/p/base",
      })
  void each_phrase_names_its_parent(String body, String expected) {
    assertThat(parents("c/child", body)).containsExactly(expected);
    assertThat(parents("c/child", "# Title\r\n\r\n" + body + "\r\n"))
        .as("whatever the line ends")
        .containsExactly(expected);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "[Other](https://huggingface.co/p/other) is a fine-tuned version of [p/base](https://huggingface.co/p/base).",
        "Other-7B-chat is a fine-tuned version of [p/base](https://huggingface.co/p/base).",
        "It is better than a fine-tuned version of [p/base](https://huggingface.co/p/base).",
        "You can make a fine-tuned version of your choice.",
        "A fine-tuned version of state-of-the-art work and/or more.",
        "A fine-tuned version of [this](https://github.com/p/base).",
        "A fine-tuned version of [data](https://huggingface.co/datasets/p/data).",
        "Fine-tuned on [p/data](https://huggingface.co/datasets/p/data).",
        "Original model: [Jon](https://huggingface.co/jon)",
        "GGUF version of this model: [x](https://huggingface.co/p/base-gguf)",
        "<!-- fine-tuned version of [p/base](https://huggingface.co/p/base) -->",
        "```\nfine-tuned version of [p/base](https://huggingface.co/p/base)\n```",
        "- [p/one](https://huggingface.co/p/one) fine-tuned on X",
        "| [p/one](https://huggingface.co/p/one) fine-tuned on X |",
        "[c/child](https://huggingface.co/c/child) fine-tuned on X.",
        "We also have [p/one](https://huggingface.co/p/one) fine-tuned on X.",
        "A fine-tuned version of [Base 7B](https://huggingface.co/p/p/base-7b).",
        "This is BERT-base fine-tuned on X.",
        "Fine-tuned on X.",
        "Our rerankers are initialized from [p/one](https://huggingface.co/p/one).",
        "A distilled version of [p/teacher](https://huggingface.co/p/teacher).",
        "The adapter is based on the [model card](https://github.com/x/y).",
      })
  void what_is_not_said_of_this_model_is_not_claimed(String body) {
    assertThat(parents("c/child", body)).isEmpty();
  }

  @Test
  void a_sentence_about_the_model_itself_is_its_own() {
    assertThat(
            parents(
                "c/child-4bit",
                "[c/child-4bit](https://huggingface.co/c/child-4bit) was converted to MLX format from"
                    + " [p/base](https://huggingface.co/p/base)."))
        .containsExactly("converted_from p/base");
  }

  @Test
  void a_repackager_has_one_parent_and_quotes_that_ones_card() {
    String quoted =
        "This model is a fine-tuned version of [g/grand](https://huggingface.co/g/grand).\n";
    assertThat(
            parents(
                "c/child-GGUF",
                "- Original model: [Base](https://huggingface.co/p/base)\n\n" + quoted))
        .containsExactly("original_model https://huggingface.co/p/base");
    assertThat(parents("c/child-GGUF", quoted))
        .as("a conversion under its original's card")
        .isEmpty();
    assertThat(
            parents(
                "c/child",
                "Base model: p/base-1\n\n# Original model card: X\n\n" + quoted.repeat(2)))
        .containsExactly("base_model p/base-1");
  }

  @Test
  void a_merge_lists_its_models_and_its_base() {
    String card =
        """
        This is a merge of pre-trained language models created using [mergekit](https://github.com/x).

        This model was merged using the [TIES](https://arxiv.org/abs/1) merge method using [p/base](https://huggingface.co/p/base) as a base.

        ### Models Merged

        The following models were included in the merge:
        * [p/one](https://huggingface.co/p/one)
        * [p/two](https://huggingface.co/p/two)
        * ./local/three

        ### Configuration

        ```yaml
        models:
          - model: p/step-of-another
        merge_method: ties
        ```
        """;
    assertThat(parents("c/child", card))
        .containsExactly("merge_base p/base", "merge_list p/one", "merge_list p/two");
    assertThat(
            parents(
                "c/child",
                """
                ```yaml
                slices:
                - sources:
                  - model: p/one # x
                  - model: "p/two+q/lora"
                merge_method: slerp
                base_model: p/one
                ```
                """))
        .containsExactly(
            "merge_configuration p/one", "merge_configuration p/two", "merge_configuration q/lora");
    assertThat(
            parents(
                "c/child",
                "A merge of [p/one](https://huggingface.co/p/one) and [p/two](https://huggingface.co/p/two)."))
        .containsExactly("merge_of p/one", "merge_of p/two");
  }

  @Test
  void the_visible_id_of_a_link_counts_and_a_local_path_is_told() {
    assertThat(
            parents(
                "c/child",
                "This model is a fine-tuned version of [p/base](https://huggingface.co/q/other)."))
        .containsExactly("fine_tuned_version p/base");
    assertThat(
            parents(
                "c/child",
                "This model is a fine-tuned version of [./out/ckpt](https://huggingface.co/./out/ckpt) on X."))
        .containsExactly("fine_tuned_version ./out/ckpt");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "fine-tuned ",
        "fine-tuned version of [",
        "fine-tuned version of <a ",
        "fine-tuned <a href=\"",
        "```\n",
        "<!--",
        "base model:\n",
        "quantized a a ",
        "quantized version of `",
        "merge of the following models\n- [x\n",
        "adapter](",
        "model, based on ",
        "# original ",
        "fine-tuned version of          ",
        "fine-tuned version of http://huggingface.co/",
        "[a](https://huggingface.co/a/b) and ",
        "merge of [a](https://huggingface.co/a/b) and ",
        "aA-b is ",
        "the the the ",
        "This is [a](https://huggingface.co/a/b) fine-tuned on ",
        "[a](https://huggingface.co/a/b) fine-tuned for ",
        "smaller version of [",
        "model initialized from the weights of ",
        "merge_method:\n```\n```\n"
      })
  void no_text_is_costly(String unit) {
    // A square of 4 MB would take hours; the suite's own time limit is the assertion.
    String text = unit.repeat(4_000_000 / unit.length());
    assertThat(TextParents.statements(text)).hasSizeLessThanOrEqualTo(100);
  }

  @Property(tries = 300)
  void any_text_ends_without_a_fault(@ForAll @StringLength(max = 400) String text) {
    assertThat(TextParents.statements(text)).isNotNull();
    assertThat(TextParents.statements("fine-tuned version of " + text)).isNotNull();
  }

  @Property(tries = 200)
  void any_owner_and_name_are_read_from_the_trainers_sentence(
      @ForAll @AlphaChars @StringLength(min = 1, max = 40) String owner,
      @ForAll @AlphaChars @StringLength(min = 1, max = 40) String name) {
    String id = owner + "/" + name;
    assertThat(
            parents(
                "c/child",
                "This model is a fine-tuned version of ["
                    + id
                    + "](https://huggingface.co/"
                    + id
                    + ") on the None dataset."))
        .containsExactly("fine_tuned_version " + id);
  }

  @Example
  void every_rule_has_a_word_that_leads_back() {
    for (ProseRule rule : ProseRule.values()) {
      assertThat(ProseRule.of(rule.word())).isEqualTo(rule);
    }
  }
}
