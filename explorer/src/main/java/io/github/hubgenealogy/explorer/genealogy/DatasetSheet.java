package io.github.hubgenealogy.explorer.genealogy;

import java.time.Instant;

/**
 * All that the snapshot says of one data set.
 *
 * @param models how many models say they were trained on it
 */
public record DatasetSheet(
    String id,
    String owner,
    Presence presence,
    Instant createdAt,
    Instant lastModified,
    Long downloads,
    Long likes,
    String gated,
    int models) {}
