/**
 * The proof of table lineage: the written tables come in, a certificate goes out, or a fault that
 * stops publication. It uses no code of the engines.
 */
package io.github.hubgenealogy.jobs.lineage.check;
