package io.github.hubgenealogy.lake.contract;

import java.util.Objects;

/**
 * One column of a table.
 *
 * @param nullMeaning what it means that there is no value; "never" where the column always has one
 * @param distinct whether values hardly ever repeat, so that a dictionary of them would only cost
 */
public record Column(
    String name,
    ColumnType type,
    boolean nullable,
    String description,
    String example,
    String nullMeaning,
    Privacy privacy,
    boolean distinct) {

  public Column {
    Objects.requireNonNull(type);
    Objects.requireNonNull(privacy);
    if (name.isBlank() || description.isBlank() || example.isBlank() || nullMeaning.isBlank()) {
      throw new IllegalArgumentException(
          "column '" + name + "' lacks its name, description, example or meaning of null");
    }
    if (nullable == nullMeaning.equals("never")) {
      throw new IllegalArgumentException(
          "column '"
              + name
              + "': a column that can be null says what that means, any other says 'never'");
    }
  }
}
