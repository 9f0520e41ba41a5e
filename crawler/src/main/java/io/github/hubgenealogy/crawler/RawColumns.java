package io.github.hubgenealogy.crawler;

/** The names of the raw tables' columns that the crawler reads by name. */
public final class RawColumns {
  public static final String KEY = "_id";
  public static final String ID = "id";
  public static final String SHA = "sha";
  public static final String DOWNLOADS = "downloads";
  public static final String LAST_MODIFIED = "lastModified";
  public static final String TAGS = "tags";
  public static final String CARD_DATA = "cardData";
  public static final String CONFIG = "config";
  public static final String BASE_MODELS = "baseModels";
  public static final String STATUS = "status";
  public static final String HTTP_STATUS = "httpStatus";
  public static final String ETAG = "etag";
  public static final String FETCHED_AT = "fetchedAt";
  public static final String TRUNCATED = "truncated";
  public static final String BYTES = "bytes";
  public static final String CONTENT = "content";
  public static final String CARRIED_FROM = "carriedFrom";
  public static final String SHA_DIFFERS = "shaDiffers";
  public static final String ASKED_ID = "askedId";
  public static final String OWNER = "owner";
  public static final String ORDER = "order";
  public static final String CLAIMED_CHILDREN = "claimedChildren";

  private RawColumns() {}
}
