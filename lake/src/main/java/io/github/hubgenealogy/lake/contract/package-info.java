/**
 * The table contracts: files of {@code conf/tables} come in, typed descriptions and the data
 * dictionary go out.
 */
package io.github.hubgenealogy.lake.contract;
