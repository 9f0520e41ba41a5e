package io.github.hubgenealogy.explorer.web;

/** The columns of what is exported: those of the tables, and where a relative stands. */
public final class Columns {
  public static final String CREATED_AT = "created_at";
  public static final String DISTANCE = "distance";
  public static final String DOWNLOADS_30D = "downloads_30d";
  public static final String GATED = "gated";
  public static final String LAST_MODIFIED = "last_modified";
  public static final String LICENSES = "licenses";
  public static final String LIKES = "likes";
  public static final String MODEL_ID = "model_id";
  public static final String N_CHILDREN = "n_children";
  public static final String N_DESCENDANTS = "n_descendants";
  public static final String ORIGIN = "origin";
  public static final String OWNER = "owner";
  public static final String PARENT_ID = "parent_id";
  public static final String PIPELINE_TAG = "pipeline_tag";
  public static final String POLICIES = "policies";
  public static final String PRESENCE = "presence";
  public static final String RELATION = "relation";
  public static final String RELATION_BASIS = "relation_basis";
  public static final String SHA = "sha";
  public static final String SIDE = "side";
  public static final String SNAPSHOT = "snapshot";
  public static final String SOURCES = "sources";
  public static final String WARNING_SIGNS = "warning_signs";

  private Columns() {}
}
