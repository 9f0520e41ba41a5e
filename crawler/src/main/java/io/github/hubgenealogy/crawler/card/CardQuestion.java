package io.github.hubgenealogy.crawler.card;

/**
 * One model's README.
 *
 * @param key the model's {@code _id}
 * @param sha the listed commit, or null
 */
record CardQuestion(String key, String id, String sha) {}
