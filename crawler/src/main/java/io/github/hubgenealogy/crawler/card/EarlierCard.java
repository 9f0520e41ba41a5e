package io.github.hubgenealogy.crawler.card;

import io.github.hubgenealogy.crawler.RawColumns;
import java.util.List;
import java.util.regex.Pattern;

/**
 * What an earlier snapshot says of a model's README, without the README itself: enough to decide
 * what becomes of it.
 *
 * @param row its place in its file
 * @param sha the commit of the README, or null
 * @param listedSha the commit that the earlier snapshot's list named, or null
 */
record EarlierCard(
    int row,
    String key,
    String sha,
    String listedSha,
    String status,
    String etag,
    boolean truncated,
    boolean shaDiffers) {

  /** The columns of raw/cards that it is read from, in the order of {@link #of}. */
  static final List<String> COLUMNS =
      List.of(
          RawColumns.KEY,
          RawColumns.SHA,
          RawColumns.STATUS,
          RawColumns.ETAG,
          RawColumns.TRUNCATED,
          RawColumns.SHA_DIFFERS);

  static EarlierCard of(int row, Object[] columns, String listedSha) {
    return new EarlierCard(
        row,
        (String) columns[0],
        (String) columns[1],
        listedSha,
        (String) columns[2],
        (String) columns[3],
        Boolean.TRUE.equals(columns[4]),
        Boolean.TRUE.equals(columns[5]));
  }

  /** What a header can hold. */
  private static final Pattern ENTITY_TAG = Pattern.compile("(W/)?\"[\\x21\\x23-\\x7e]{0,256}\"");

  /** What can be done with it for a model that is listed now. */
  enum Use {
    /** Its row stands for the model as it is. */
    COPY,
    /** Its README stands if the Hub says that it has not changed. */
    ASK_WHETHER_CHANGED,
    NONE
  }

  /**
   * The same commit has the same README, or none. What was gated, failed or cut off may be had by
   * now.
   */
  Use use(ListedModel model) {
    if (status.equals(CardStatus.OK.word()) && !truncated) {
      boolean same =
          model.sha() != null && model.sha().equals(sha == null && !shaDiffers ? listedSha : sha);
      if (same) {
        return Use.COPY;
      }
      boolean usable = etag != null && ENTITY_TAG.matcher(etag).matches();
      return usable ? Use.ASK_WHETHER_CHANGED : Use.NONE;
    }
    boolean sameListed = model.sha() != null && model.sha().equals(listedSha);
    return status.equals(CardStatus.MISSING.word()) && sameListed && !shaDiffers
        ? Use.COPY
        : Use.NONE;
  }
}
