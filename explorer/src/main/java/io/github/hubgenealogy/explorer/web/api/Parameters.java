package io.github.hubgenealogy.explorer.web.api;

import io.github.hubgenealogy.explorer.genealogy.Filter;
import io.github.hubgenealogy.explorer.genealogy.Relation;
import io.github.hubgenealogy.explorer.web.Json;
import io.github.hubgenealogy.explorer.web.Problem;
import io.github.hubgenealogy.lake.command.Printable;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * The parameters of one request. What is not named by the endpoint, is out of bounds or cannot be
 * read is a problem that says so; nothing of it reaches storage unread.
 */
final class Parameters {
  /** Which snapshot; every endpoint knows it. */
  static final String SNAPSHOT = "snapshot";

  /** Whether all published snapshots are taken as one. */
  static final String ALL_SNAPSHOTS = "all_snapshots";

  static final String ID = "id";
  static final String OFFSET = "offset";
  static final String LIMIT = "limit";

  /** The names that {@link #filter} reads. */
  static final Set<String> FILTER =
      Set.of("relation", "task", "created_from", "created_to", "downloads_min", "text");

  private static final int LONGEST = 500;
  private static final int MOST = 600;
  private static final int MOST_ASKED = 20;

  private final Map<String, List<String>> values;

  private Parameters(Map<String, List<String>> values) {
    this.values = values;
  }

  /**
   * Reads a query.
   *
   * @param query as sent, not decoded; null where there is none
   * @param known the names that may stand in it
   */
  static Parameters of(String query, Set<String> known) {
    Map<String, List<String>> values = new LinkedHashMap<>();
    String[] pairs = query == null || query.isEmpty() ? new String[0] : query.split("&");
    if (pairs.length > MOST) {
      throw Problem.badRequest("more than " + MOST + " parameters");
    }
    for (String pair : pairs) {
      int equals = pair.indexOf('=');
      String name = decoded(equals < 0 ? pair : pair.substring(0, equals));
      String value = equals < 0 ? "" : decoded(pair.substring(equals + 1));
      if (!known.contains(name)) {
        throw Problem.badRequest(
            "unknown parameter '"
                + shown(name)
                + "'; there are: "
                + String.join(", ", new TreeSet<>(known)));
      }
      if (value.length() > LONGEST) {
        throw Problem.badRequest(name + " is longer than " + LONGEST + " characters");
      }
      if (!value.isEmpty()) {
        values.computeIfAbsent(name, none -> new ArrayList<>()).add(value);
      }
    }
    return new Parameters(values);
  }

  private static String decoded(String text) {
    try {
      return URLDecoder.decode(text, StandardCharsets.UTF_8);
    } catch (IllegalArgumentException broken) {
      throw Problem.badRequest("a parameter is not percent-encoded UTF-8");
    }
  }

  /** A client's text in a message: one line, and not long. */
  static String shown(String text) {
    return Printable.line(text.length() > 120 ? text.substring(0, 120) + "…" : text);
  }

  /** The value, or null. */
  String text(String name) {
    List<String> all = values.getOrDefault(name, List.of());
    if (all.size() > 1) {
      throw Problem.badRequest(name + " is given more than once");
    }
    return all.isEmpty() ? null : all.get(0);
  }

  String required(String name) {
    String value = text(name);
    if (value == null) {
      throw Problem.badRequest("parameter " + name + " is missing");
    }
    return value;
  }

  /** All values of a name. */
  List<String> texts(String name, int most) {
    List<String> all = values.getOrDefault(name, List.of());
    if (all.size() > most) {
      throw Problem.badRequest(name + " is given more than " + most + " times");
    }
    return all;
  }

  /** The models or data sets of one question; one at least. */
  List<String> ids() {
    List<String> ids = texts(ID, MOST_ASKED);
    if (ids.isEmpty()) {
      throw Problem.badRequest("parameter id is missing");
    }
    return ids;
  }

  int number(String name, int otherwise, int least, int most) {
    String text = text(name);
    if (text == null) {
      return otherwise;
    }
    try {
      int number = Integer.parseInt(text);
      if (number >= least && number <= most) {
        return number;
      }
    } catch (NumberFormatException no) {
      // said below
    }
    throw Problem.badRequest(
        name + " must be a whole number from " + least + " to " + most + ", not " + shown(text));
  }

  /** Whether something is asked for. */
  boolean isSet(String name) {
    return oneOf(name, Set.of("true", "false"), "false").equals("true");
  }

  /** One of some words, or what is meant where none is given. */
  String oneOf(String name, Set<String> words, String otherwise) {
    String text = text(name);
    if (text == null) {
      return otherwise;
    }
    if (!words.contains(text)) {
      throw Problem.badRequest(
          name
              + " must be one of "
              + String.join(", ", new TreeSet<>(words))
              + ", not "
              + shown(text));
    }
    return text;
  }

  /** Which relatives are wanted; all that is declared where nothing is said. */
  Filter filter() {
    Set<Relation> relations = EnumSet.noneOf(Relation.class);
    for (String given : texts("relation", 20)) {
      for (String word : given.split(",")) {
        relations.add(relation(word));
      }
    }
    return new Filter(
        relations.isEmpty() ? EnumSet.allOf(Relation.class) : relations,
        isSet("text"),
        Set.copyOf(texts("task", 50)),
        day("created_from"),
        day("created_to"),
        downloads());
  }

  private static Relation relation(String word) {
    for (Relation each : Relation.values()) {
      if (each.word().equals(word)) {
        return each;
      }
    }
    throw Problem.badRequest(
        "relation must be one of "
            + Arrays.stream(Relation.values()).map(Json::word).collect(Collectors.joining(", "))
            + ", not "
            + shown(word));
  }

  private Instant day(String name) {
    String text = text(name);
    try {
      return text == null ? null : LocalDate.parse(text).atStartOfDay(ZoneOffset.UTC).toInstant();
    } catch (DateTimeParseException no) {
      throw Problem.badRequest(name + " must be a day, 2026-11-24, not " + shown(text));
    }
  }

  private Long downloads() {
    int least = number("downloads_min", 0, 0, Integer.MAX_VALUE);
    return least == 0 ? null : (long) least;
  }
}
