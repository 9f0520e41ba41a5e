package io.github.hubgenealogy.simulator.ecosystem;

/**
 * How an author wrote a parent. It settles what the simulated Hub makes of it and how a careful
 * reader should resolve it; what the Hub does with odd forms is hub-api §4.4, or a choice named in
 * the module's README.
 */
public enum Form {
  /** The id as it is today. */
  EXACT(Resolution.EXACT, false, true),
  /** The id from before a renaming: the Hub follows it. */
  RENAMED(Resolution.REDIRECTED, false, true),
  /** The id in another case: the Hub does not follow it. */
  WRONG_CASE(Resolution.CASE_FOLDED, false, false),
  URL(Resolution.EXACT, true, false),
  SHORT_URL(Resolution.EXACT, true, false),
  /** A URL with {@code /tree/main}. */
  TREE_URL(Resolution.EXACT, true, false),
  /** {@code id@revision}. */
  REVISION(Resolution.EXACT, true, false),
  /** {@code id:quantisation}. */
  QUANTISATION(Resolution.EXACT, true, false),
  /** Blanks inside the quotes. */
  BLANKS(Resolution.EXACT, true, false),
  /** Quotes inside the quotes. */
  QUOTES(Resolution.EXACT, true, false),
  /** A path into the cache of the Hub's client, which holds the id. */
  CACHE_PATH(Resolution.EXACT, true, false),
  /** Only a tag {@code base_model:X} that the author typed; no base_model in the card. */
  UNTYPED_TAG(Resolution.EXACT, false, false),
  /** A model that was on the Hub once. Its tags stay. */
  DELETED(Resolution.ABSENT, false, false),
  /** A well-formed id that never was. */
  NEVER(Resolution.ABSENT, false, false),
  /** The model's own id. */
  SELF(Resolution.SELF, false, true),
  /** A name without an owner that is nobody's. */
  BARE(Resolution.BARE_NAME, false, false),
  LOCAL_PATH(Resolution.LOCAL_PATH, false, false),
  /** A path of two words, which looks like an id. */
  LOCAL_PAIR(Resolution.LOCAL_PATH, false, false),
  PLACEHOLDER(Resolution.PLACEHOLDER, false, false),
  /** A sentence instead of an id. */
  SENTENCE(Resolution.MALFORMED, false, false),
  /** base_model is there and empty: {@code []} or nothing; no claim at all. */
  EMPTY(Resolution.MALFORMED, false, false),
  /** The parent stands in the prose alone. */
  PROSE(Resolution.EXACT, false, false);

  private static final Form[] ALL = values();

  private final Resolution resolution;
  private final boolean cleaned;
  private final boolean followed;

  Form(Resolution resolution, boolean cleaned, boolean followed) {
    this.resolution = resolution;
    this.cleaned = cleaned;
    this.followed = followed;
  }

  public Resolution resolution() {
    return resolution;
  }

  /** Whether something has to be taken off before the id is one. */
  public boolean cleaned() {
    return cleaned;
  }

  /** Whether the simulated Hub finds the model, so that tags and baseModels name it. */
  public boolean followed() {
    return followed;
  }

  /** Its place in an array of bytes, which no file holds. */
  @SuppressWarnings("EnumOrdinal")
  byte code() {
    return (byte) ordinal();
  }

  static Form of(byte code) {
    return ALL[code];
  }
}
