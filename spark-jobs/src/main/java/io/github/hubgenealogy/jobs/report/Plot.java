package io.github.hubgenealogy.jobs.report;

/**
 * One plot of the report.
 *
 * @param name of its SVG file and of every id in it
 * @param description what it shows, for those who do not see it
 * @param svg with colours as variables of the page
 */
record Plot(String name, String title, String caption, String description, String svg) {}
