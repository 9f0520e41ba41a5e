package io.github.hubgenealogy.jobs.lineage.frames;

import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * Where vertices stand above each other.
 *
 * @param depths vertex, level: the longest path from a root, for all that is below one
 * @param cycles vertex, cycle: the smallest member of its cycle, for members of cycles
 */
record Order(Dataset<Row> depths, Dataset<Row> cycles) {}
