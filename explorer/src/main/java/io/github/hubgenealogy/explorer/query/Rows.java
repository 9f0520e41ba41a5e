package io.github.hubgenealogy.explorer.query;

import java.io.IOException;
import java.util.List;

/** Takes the rows of a result, one after another. */
interface Rows {
  void begin(List<String> columns) throws IOException;

  /** Values are null, Boolean, Number, String, List, Map, or what else has a good toString. */
  void row(List<Object> values) throws IOException;

  void end() throws IOException;
}
