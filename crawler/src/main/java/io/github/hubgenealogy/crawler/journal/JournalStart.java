package io.github.hubgenealogy.crawler.journal;

/**
 * The first object of a journal: of which crawl it is.
 *
 * @param startedAt when the crawl began, ISO 8601
 * @param basis fingerprint of what the work was made from, such as raw/models; empty for a list
 * @param limit the most rows asked for, or −1
 */
public record JournalStart(
    String table, String endpoint, String startedAt, String basis, long limit) {}
