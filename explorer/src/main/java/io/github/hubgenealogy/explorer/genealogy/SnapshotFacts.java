package io.github.hubgenealogy.explorer.genealogy;

import java.time.Instant;
import java.util.Map;

/**
 * What must stand beside every answer.
 *
 * @param id the snapshot's
 * @param origin hub, import, corpus or simulated; what is simulated is said so loudly
 * @param manifestSha256 of the manifest file: it stands for all of the snapshot
 * @param definitions the version of the definitions, as table statistics has it; null where the
 *     snapshot has no such table
 * @param commit of the code that built it
 * @param crawlStart null where the snapshot does not say; likewise crawlEnd
 * @param models vertices
 * @param edges rows of table edges
 * @param rejects claims that gave no edge by reason, and cards that could not be read
 * @param predecessor or null
 */
public record SnapshotFacts(
    String id,
    String origin,
    String manifestSha256,
    String definitions,
    String commit,
    Instant crawlStart,
    Instant crawlEnd,
    int models,
    int edges,
    Map<String, Long> rejects,
    String predecessor) {}
