package io.github.hubgenealogy.simulator.ecosystem;

import io.github.hubgenealogy.simulator.json.JsonBytes;

/**
 * What the Hub keeps of tokenizers: for language models above all the chat template, which makes up
 * most of a real record. The same bytes for all, written once.
 */
final class TokenizerConfig {
  /** An invented template, as long and as full of braces as real ones. */
  private static final String CHAT_TEMPLATE =
      """
      {%- if tools %}{{- '<|sim_start|>system\\n' }}
        {%- if messages[0]['role'] == 'system' %}{{- messages[0]['content'] }}
        {%- else %}{{- 'You are simulated. You were never trained and know nothing.' }}
        {%- endif %}
        {{- "\\n\\n# Tools\\n\\nNone of these can be called, for nothing is there to call them:\\n" }}
        {%- for tool in tools %}{{- "\\n" }}{{- tool | tojson }}{%- endfor %}
        {{- "\\nAnswer with <call></call> and the name and the arguments as JSON.<|sim_end|>\\n" }}
      {%- else %}
        {%- if messages[0]['role'] == 'system' %}
          {{- '<|sim_start|>system\\n' + messages[0]['content'] + '<|sim_end|>\\n' }}
        {%- else %}{{- '<|sim_start|>system\\nYou are simulated.<|sim_end|>\\n' }}
        {%- endif %}
      {%- endif %}
      {%- for message in messages %}
        {%- if message.role == "user" or (message.role == "system" and not loop.first) %}
          {{- '<|sim_start|>' + message.role + '\\n' + message.content + '<|sim_end|>' + '\\n' }}
        {%- elif message.role == "assistant" %}
          {{- '<|sim_start|>' + message.role }}
          {%- if message.content %}{{- '\\n' + message.content }}{%- endif %}
          {%- for call in message.calls %}{{- '\\n<call>\\n{"name": "' }}{{- call.name }}{%- endfor %}
          {{- '<|sim_end|>\\n' }}
        {%- endif %}
      {%- endfor %}
      {%- if add_generation_prompt %}{{- '<|sim_start|>assistant\\n' }}{%- endif %}
      """;

  private static final byte[] LANGUAGE =
      json("bos_token", "<s>", "chat_template", CHAT_TEMPLATE, "eos_token", "</s>");
  private static final byte[] OTHER =
      json("cls_token", "[CLS]", "mask_token", "[MASK]", "pad_token", "[PAD]");
  private static final byte[] TEMPLATE_ALONE = quoted(CHAT_TEMPLATE);

  private TokenizerConfig() {}

  private static byte[] json(String... namesAndValues) {
    JsonBytes json = new JsonBytes(4_096).beginObject();
    for (int i = 0; i < namesAndValues.length; i += 2) {
      json.name(namesAndValues[i]).string(namesAndValues[i + 1]);
    }
    return json.name("unk_token").string("<unk>").endObject().toByteArray();
  }

  private static byte[] quoted(String text) {
    return new JsonBytes(4_096).string(text).toByteArray();
  }

  static void write(Domain domain, JsonBytes json) {
    json.json(domain == Domain.LANGUAGE ? LANGUAGE : OTHER);
  }

  static void writeChatTemplate(JsonBytes json) {
    json.json(TEMPLATE_ALONE);
  }
}
