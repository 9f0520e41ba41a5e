package io.github.hubgenealogy.jobs.sample;

import java.util.List;

/**
 * One edge of a sheet.
 *
 * @param size the edges of its stratum in the snapshot
 * @param evidence the claims behind it, a line each
 * @param signs the warning signs that it bears
 */
record SampledEdge(
    String child,
    String parent,
    Stratum stratum,
    long size,
    String rule,
    List<String> sources,
    List<String> evidence,
    List<String> signs) {}
