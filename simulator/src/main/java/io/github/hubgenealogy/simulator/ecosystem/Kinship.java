package io.github.hubgenealogy.simulator.ecosystem;

import java.util.Locale;

/** How a model came from its parents, as its maker meant it. */
public enum Kinship {
  UNRELATED,
  FINETUNE,
  ADAPTER,
  QUANTIZED,
  MERGE;

  private static final Kinship[] ALL = values();

  /** The Hub's word for it. */
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** Its place in an array of bytes, which no file holds. */
  @SuppressWarnings("EnumOrdinal")
  byte code() {
    return (byte) ordinal();
  }

  static Kinship of(byte code) {
    return ALL[code];
  }
}
