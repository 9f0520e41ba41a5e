package io.github.hubgenealogy.explorer.query;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.PrintWriter;
import java.util.List;

/** Rows as one array of objects. */
final class JsonRows implements Rows {
  private final PrintWriter out;
  private final JsonGenerator json;
  private List<String> columns;
  private boolean some;

  JsonRows(PrintWriter out) throws IOException {
    this.out = out;
    this.json = new JsonFactory(new ObjectMapper()).createGenerator(out);
    json.disable(JsonGenerator.Feature.AUTO_CLOSE_TARGET);
    json.setRootValueSeparator(null);
  }

  @Override
  public void begin(List<String> names) {
    columns = names;
    out.print("[");
  }

  @Override
  public void row(List<Object> values) throws IOException {
    out.print(some ? ",\n" : "\n");
    some = true;
    json.writeStartObject();
    for (int i = 0; i < columns.size(); i++) {
      json.writeObjectField(columns.get(i), values.get(i));
    }
    json.writeEndObject();
    json.flush();
  }

  @Override
  public void end() throws IOException {
    json.close();
    out.println("\n]");
  }
}
