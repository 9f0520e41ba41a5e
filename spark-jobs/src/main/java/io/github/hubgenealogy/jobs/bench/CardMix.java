package io.github.hubgenealogy.jobs.bench;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Random;
import java.util.zip.GZIPInputStream;

/** Cards to measure with: made ones of a known size, or a file of real ones, repeated. */
final class CardMix {
  /** So many made cards differ; more would only make the same work slower to prepare. */
  private static final int MADE = 20_000;

  private static final String[] LICENSES = {"mit", "apache-2.0", "llama3", "cc-by-nc-4.0", "other"};
  private static final String[] TASKS = {"text-generation", "fill-mask", "text-classification"};
  private static final String[] TAGS = {
    "generated_from_trainer",
    "text-generation-inference",
    "transformers",
    "unsloth",
    "trl",
    "sft",
    "llama",
    "mistral",
    "gguf",
    "lora",
    "conversational",
    "arxiv:2305.18290",
    "endpoints_compatible"
  };
  private static final String[] OWNERS = {"meta-llama", "mistralai", "google", "Qwen", "someone"};

  /** What the sections of a card say that a training tool wrote: one sentence names the parent. */
  private static final String[] SECTIONS = {
    """
    It reaches a loss of 0.4821 and an accuracy of 0.8714 on the evaluation set.

    ## Description

    More information needed

    """,
    """
    ## Hyperparameters

    - learning_rate: 2e-05
    - train_batch_size: 16
    - seed: 42
    - optimizer: AdamW with betas=(0.9,0.999)
    - num_epochs: 3

    """,
    """
    ## Results

    | Loss | Epoch | Step | Accuracy |
    |:---:|:---:|:---:|:---:|
    | 0.6120 | 1.0 | 250 | 0.8412 |
    | 0.4377 | 2.0 | 500 | 0.8650 |

    """,
    """
    ## Use

    ```python
    from transformers import pipeline

    ask = pipeline("text-generation")
    print(ask("Where does the river begin?", max_new_tokens=64)[0]["generated_text"])
    ```

    """,
    """
    Its answers may be wrong, and they carry what stood in the texts it was trained with. Whoever
    puts it to use should look at them first, in the language and for the task at hand.

    """,
  };

  private final List<byte[]> cards;

  private CardMix(List<byte[]> cards) {
    this.cards = cards;
  }

  int size() {
    return cards.size();
  }

  byte[] card(int n) {
    return cards.get(n % cards.size());
  }

  /**
   * Cards whose front matter has 300 bytes on average, with a body of 1 to 3 kB such as training
   * tools write, which names the parent once.
   */
  static CardMix made() {
    Random random = new Random(1);
    List<byte[]> cards = new ArrayList<>();
    for (int n = 0; n < MADE; n++) {
      cards.add(made(random).getBytes(StandardCharsets.UTF_8));
    }
    return new CardMix(cards);
  }

  private static String made(Random random) {
    StringBuilder card = new StringBuilder("---\n");
    card.append("license: ").append(one(LICENSES, random)).append('\n');
    card.append("language:\n- en\n");
    if (random.nextInt(3) == 0) {
      card.append("- ").append(random.nextBoolean() ? "fr" : "zh").append('\n');
    }
    card.append("library_name: transformers\npipeline_tag: ")
        .append(one(TASKS, random))
        .append('\n');
    String base = one(OWNERS, random) + "/Model-" + random.nextInt(5_000) + "-7B-Instruct";
    card.append("base_model: ").append(base).append('\n');
    card.append("tags:\n");
    int tags = 2 + random.nextInt(5);
    for (int i = 0; i < tags; i++) {
      card.append("- ").append(TAGS[(i * 3 + random.nextInt(3)) % TAGS.length]).append('\n');
    }
    card.append("datasets:\n- ").append(one(OWNERS, random)).append("/data-");
    card.append(random.nextInt(500)).append('\n');
    card.append("metrics:\n- accuracy\n");
    if (random.nextInt(6) == 0) {
      card.append("model-index:\n- name: x\n  results:\n  - task:\n      name: Text\n      type: ");
      card.append(one(TASKS, random))
          .append("\n    metrics:\n    - type: accuracy\n      value: 0.");
      card.append(1_000 + random.nextInt(9_000)).append('\n');
    }
    int end = card.length() + 1_000 + random.nextInt(2_000);
    card.append("---\n\n# Model\n\nThis model is a fine-tuned version of [").append(base);
    card.append("](https://huggingface.co/").append(base).append(") on an unknown dataset. ");
    for (int i = 0; card.length() < end; i++) {
      card.append(SECTIONS[i % SECTIONS.length]);
    }
    return card.toString();
  }

  private static String one(String[] words, Random random) {
    return words[random.nextInt(words.length)];
  }

  /** All cards of a file of JSON lines, {@code readme} or {@code readme_base64}, in their order. */
  static CardMix real(Path file) throws IOException {
    List<byte[]> cards = new ArrayList<>();
    ObjectMapper json = new ObjectMapper();
    try (BufferedReader lines =
        new BufferedReader(
            new InputStreamReader(
                new GZIPInputStream(Files.newInputStream(file)), StandardCharsets.UTF_8))) {
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        JsonNode card = json.readTree(line);
        if (card.has("readme_base64")) {
          cards.add(Base64.getDecoder().decode(card.get("readme_base64").asText()));
        } else if (card.has("readme")) {
          cards.add(card.get("readme").asText().getBytes(StandardCharsets.UTF_8));
        }
      }
    }
    return new CardMix(cards);
  }
}
