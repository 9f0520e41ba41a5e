package io.github.hubgenealogy.jobs.report;

import java.util.List;

/**
 * One table of the report.
 *
 * @param name of its CSV file
 * @param caption policy, snapshot and origin
 * @param rows cells as text, numbers as {@link Number}
 */
record ReportTable(
    String name, String title, String caption, List<String> header, List<List<Object>> rows) {}
