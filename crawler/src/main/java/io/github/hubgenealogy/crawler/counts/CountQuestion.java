package io.github.hubgenealogy.crawler.counts;

/**
 * One model whose children the Hub is to count.
 *
 * @param key the model's {@code _id}
 * @param claimedChildren how many models of the list claim it
 */
record CountQuestion(String key, String id, long claimedChildren) {}
