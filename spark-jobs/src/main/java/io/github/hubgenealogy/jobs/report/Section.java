package io.github.hubgenealogy.jobs.report;

import java.util.List;

/**
 * A part of the page: what it is about in a sentence or two, its plots, each with the table behind
 * it, and further tables.
 */
record Section(String id, String title, String lead, List<Plot> plots, List<ReportTable> tables) {}
