package io.github.hubgenealogy.lake.id;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.hubgenealogy.lake.id.ClaimedId.Shape;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.StringLength;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class ClaimedIdTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '\u0001',
      value = {
        "owner/name|owner/name||false",
        "gpt2|gpt2||false",
        "\u201cowner/name\u201d|owner/name||true",
        "\"owner/name\"|owner/name||true",
        "`owner/name`|owner/name||true",
        "owner/name/|owner/name||true",
        "owner/name@main|owner/name|main|true",
        "owner/name:Q4_K_M|owner/name|Q4_K_M|true",
        "https://huggingface.co/owner/name|owner/name||true",
        "http://www.huggingface.co/owner/name?x=1#y|owner/name||true",
        "huggingface.co/owner/name|owner/name||true",
        "huggingface.co/gpt2|gpt2||true",
        "HF.co/gpt2|gpt2||true",
        "https://hf.co/owner/name:Q8_0|owner/name|Q8_0|true",
        "https://huggingface.co/owner/name/tree/v1.0|owner/name|v1.0|true",
        "https://huggingface.co/owner/name/blob/main/README.md|owner/name|main|true",
        "https://huggingface.co/gpt2|gpt2||true",
        "https://huggingface.co/gpt2/tree/main|gpt2|main|true",
        "https://huggingface.co/models/owner/name|owner/name||true",
        "https://huggingface.co/api/models/owner/name|owner/name||true",
        "hf://owner/name|owner/name||true",
        "[name](https://huggingface.co/owner/name)|owner/name||true",
        "/home/user/.cache/huggingface/hub/models--owner--name/snapshots/0123456789abcdef|owner/name|0123456789abcdef|true",
        "models--gpt2|gpt2||true",
        "C:\\cache\\models--owner--some-name\\snapshots\\main|owner/some-name||true",
      })
  void what_is_not_the_id_is_taken_off(String text, String id, String revision, boolean cleaned) {
    ClaimedId claimed = ClaimedId.of(text);

    assertThat(claimed.shape()).isIn(Shape.OWNED, Shape.BARE);
    assertThat(claimed.id()).isEqualTo(id);
    assertThat(claimed.revision()).isEqualTo(revision);
    assertThat(claimed.cleaned()).isEqualTo(cleaned);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "./x",
        "../x/y",
        "/content/drive/MyDrive/model",
        "~/models/x",
        "C:\\models\\x",
        "D:/models/x",
        "a/b/c",
        "models\\x",
        "$MODEL_DIR/x",
        "file:///tmp/x",
        "."
      })
  void a_path_is_a_local_path(String text) {
    assertThat(ClaimedId.of(text).shape()).isEqualTo(Shape.LOCAL_PATH);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        " ",
        "None",
        "null",
        "N/A",
        "[More Information Needed]",
        "{{ base_model }}",
        "<ORG>/<NAME>",
        "unknown"
      })
  void a_word_for_nothing_is_a_placeholder(String text) {
    assertThat(ClaimedId.of(text).shape()).isEqualTo(Shape.PLACEHOLDER);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Llama 2 7B",
        "https://example.org/x/y",
        "https://huggingface.co",
        "https://huggingface.co/datasets/a/b",
        "owner/na me",
        "a..b/c",
        "-x/y",
        "owner/naïve",
        "s3://bucket/x"
      })
  void the_rest_is_malformed(String text) {
    assertThat(ClaimedId.of(text).shape()).isEqualTo(Shape.MALFORMED);
  }

  @Property(tries = 2000)
  void any_text_has_a_shape_and_an_id_only_if_it_is_one(
      @ForAll @StringLength(max = 300) String text) {
    ClaimedId claimed = ClaimedId.of(text);

    boolean named = claimed.shape() == Shape.OWNED || claimed.shape() == Shape.BARE;
    assertThat(claimed.id() != null).isEqualTo(named);
    if (named) {
      assertThat(ModelId.isOwned(claimed.id()) || ModelId.isBare(claimed.id())).isTrue();
      assertThat(ClaimedId.of(claimed.id()).id()).isEqualTo(claimed.id());
    }
  }
}
