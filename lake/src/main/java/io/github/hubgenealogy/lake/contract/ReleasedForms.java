package io.github.hubgenealogy.lake.contract;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * The contracts of tables as a release for publication has them: the columns of the allow-list
 * {@code conf/release.json}, each treated in a way that suits its privacy; any other goes out.
 */
public final class ReleasedForms {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final JsonNode ALLOWED = allowed();

  private ReleasedForms() {}

  private static JsonNode allowed() {
    try (InputStream file =
        ReleasedForms.class.getResourceAsStream("/io/github/hubgenealogy/lake/release.json")) {
      if (file == null) {
        throw new IllegalStateException("the jar lacks release.json");
      }
      return JSON.readTree(file);
    } catch (IOException unreadable) {
      throw new UncheckedIOException("release.json", unreadable);
    }
  }

  /** What becomes of a column; empty where it is left out. */
  public static Optional<Treatment> treatment(TableContract table, Column column) {
    return treatment(ALLOWED, table, column);
  }

  static Optional<Treatment> treatment(JsonNode list, TableContract table, Column column) {
    JsonNode word = list.path(table.name()).path(column.name());
    if (!word.isTextual()) {
      return Optional.empty();
    }
    Treatment treatment = Treatment.of(word.asText());
    if (!treatment.suits(column.privacy())) {
      throw new IllegalStateException(
          "release.json: "
              + table.name()
              + "."
              + column.name()
              + " is "
              + column.privacy().word()
              + ", which "
              + word.asText()
              + " does not suit");
    }
    return Optional.of(treatment);
  }

  /** A table as released; empty where the list lacks it, or a column that its rows cannot lack. */
  public static Optional<TableContract> of(TableContract table) {
    return of(ALLOWED, table);
  }

  static Optional<TableContract> of(JsonNode list, TableContract table) {
    List<Column> columns = new ArrayList<>();
    Set<String> names = new TreeSet<>();
    for (Column column : table.columns()) {
      Optional<Treatment> treatment = treatment(list, table, column);
      if (treatment.isPresent()) {
        names.add(column.name());
        columns.add(
            new Column(
                column.name(),
                column.type(),
                column.nullable(),
                described(column.description(), treatment.get()),
                example(column.example(), treatment.get()),
                column.nullMeaning(),
                column.privacy(),
                column.distinct()));
      }
    }
    if (!names.containsAll(table.key()) || !names.containsAll(table.sort())) {
      return Optional.empty();
    }
    return Optional.of(
        new TableContract(
            table.name(),
            table.path(),
            table.stage(),
            table.description(),
            table.key(),
            table.sort(),
            table.schemaVersion(),
            table.rowsPerFile(),
            columns,
            schema(table, columns)));
  }

  /** The columns of a table that a release leaves out. */
  public static List<Column> leftOut(TableContract table) {
    return table.columns().stream().filter(column -> treatment(table, column).isEmpty()).toList();
  }

  private static String described(String description, Treatment treatment) {
    return treatment == Treatment.KEEP ? description : description + " " + treatment.sentence();
  }

  private static String example(String example, Treatment treatment) {
    return treatment == Treatment.PSEUDONYM ? "u-5d41402abc4b2a76b971" : example;
  }

  private static String schema(TableContract table, List<Column> columns) {
    try {
      ObjectNode schema = (ObjectNode) JSON.readTree(table.schemaJson());
      ArrayNode fields = schema.putArray("fields");
      for (Column column : columns) {
        ObjectNode field =
            (ObjectNode)
                JSON.readTree(table.schemaJson()).get("fields").get(table.indexOf(column.name()));
        ((ObjectNode) field.get("metadata"))
            .put("description", column.description())
            .put("example", column.example());
        fields.add(field);
      }
      return schema.toString();
    } catch (IOException impossible) {
      throw new UncheckedIOException(impossible);
    }
  }
}
