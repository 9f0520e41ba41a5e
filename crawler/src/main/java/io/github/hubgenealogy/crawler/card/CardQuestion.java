package io.github.hubgenealogy.crawler.card;

/**
 * One model's README.
 *
 * @param key the model's {@code _id}
 * @param sha the listed commit, or null
 * @param known the README of another commit, or null
 */
record CardQuestion(String key, String id, String sha, Known known) {

  /**
   * A README that an earlier snapshot has.
   *
   * @param etag with which it came
   * @param carriedFrom the snapshot
   */
  record Known(String etag, byte[] content, String carriedFrom) {}
}
