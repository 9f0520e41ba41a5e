/**
 * The report: the tables of {@code stats/} come in, one self-contained page, its plots and a CSV
 * beside each table go out. Ids are hostile text: nothing of theirs reaches a page, a plot or a
 * spreadsheet but as text.
 */
package io.github.hubgenealogy.jobs.report;
