package io.github.hubgenealogy.jobs.release;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/**
 * The values of a file that is no table, by its ending: strings and names of JSON, texts and
 * attributes of HTML and SVG, cells of CSV and LaTeX.
 *
 * @param whole each a value of its own
 * @param running text in which names may stand
 */
record TextValues(List<String> whole, List<String> running) {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final Pattern CELLS = Pattern.compile("[\"\\n\\t;,]+");
  private static final Pattern MARKED = Pattern.compile(">([^<>]+)<|=[\"']([^\"'<>]*)[\"']");

  static TextValues of(String path, String text) throws IOException {
    return switch (path.substring(path.lastIndexOf('.') + 1)) {
      case "json" -> {
        List<String> values = new ArrayList<>();
        json(JSON.readTree(text), values);
        yield new TextValues(values, values);
      }
      case "html", "svg" ->
          new TextValues(
              MARKED.matcher(text).results().map(TextValues::marked).toList(), List.of(text));
      // An underscore is escaped there.
      case "tex" -> cells(text.replace("\\", "").replace('&', '\t'));
      default -> cells(text);
    };
  }

  private static String marked(MatchResult hit) {
    return hit.group(1) == null ? hit.group(2) : hit.group(1);
  }

  private static TextValues cells(String text) {
    return new TextValues(List.of(CELLS.split(text, -1)), List.of(text));
  }

  private static void json(JsonNode node, List<String> values) {
    if (node.isTextual()) {
      values.add(node.asText());
    }
    node.properties()
        .forEach(
            field -> {
              values.add(field.getKey());
              json(field.getValue(), values);
            });
    if (node.isArray()) {
      node.forEach(each -> json(each, values));
    }
  }
}
