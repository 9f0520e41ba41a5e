package io.github.hubgenealogy.simulator.ecosystem;

/** What a family of models is for: it decides libraries, tasks, file formats and names. */
public enum Domain {
  LANGUAGE("simllama", "SimllamaForCausalLM", "text-generation"),
  ENCODER("simbert", "SimbertForMaskedLM", "fill-mask"),
  SPEECH("simwhisper", "SimwhisperForSpeech", "automatic-speech-recognition"),
  IMAGE("simdiffusion", "SimDiffusionPipeline", "text-to-image"),
  VISION("simvit", "SimvitForImageClassification", "image-classification"),
  SEQUENCE("simt5", "Simt5ForConditionalGeneration", "translation"),
  EMBEDDING("simembed", "SimembedModel", "sentence-similarity"),
  CONTROL("simpolicy", "SimPolicy", "reinforcement-learning");

  private static final Domain[] ALL = values();

  private final String modelType;
  private final String architecture;
  private final String task;

  Domain(String modelType, String architecture, String task) {
    this.modelType = modelType;
    this.architecture = architecture;
    this.task = task;
  }

  public String modelType() {
    return modelType;
  }

  public String architecture() {
    return architecture;
  }

  /** The task of the family's first model. */
  public String task() {
    return task;
  }

  /** Its place in an array of bytes, which no file holds. */
  @SuppressWarnings("EnumOrdinal")
  byte code() {
    return (byte) ordinal();
  }

  static Domain of(byte code) {
    return ALL[code];
  }
}
