package io.github.hubgenealogy.lake.store;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * What {@code _table.json} says: a table exists when it does.
 *
 * @param fingerprint of what the table was made from: inputs, configuration, code
 * @param files in the order of their rows
 * @param origin hub, import, corpus or simulated; of a raw table only, else null
 * @param facts what else is to be known of how it came about, such as requests by outcome
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record TableSeal(
    String table,
    int schemaVersion,
    String fingerprint,
    long rows,
    List<DataFile> files,
    String origin,
    Map<String, Object> facts) {

  /** The name of the file that seals a table. */
  public static final String FILE = "_table.json";

  public TableSeal {
    files = List.copyOf(files);
    facts = facts == null ? Map.of() : new TreeMap<>(facts);
    long sum = files.stream().mapToLong(DataFile::rows).sum();
    if (sum != rows) {
      throw new IllegalArgumentException(
          "table " + table + ": " + rows + " rows, but its files hold " + sum);
    }
  }
}
