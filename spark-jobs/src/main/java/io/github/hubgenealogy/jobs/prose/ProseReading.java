package io.github.hubgenealogy.jobs.prose;

import java.util.List;

/**
 * What reading a card's body came to.
 *
 * @param statements in their order
 * @param unsearchedLines lines that were too long to be prose, and so were passed over
 */
public record ProseReading(List<Statement> statements, int unsearchedLines) {}
