package io.github.hubgenealogy.simulator.card;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Front matter as the Hub's tools write it: block style, plain scalars where YAML 1.2 reads them
 * back as the same text, else single quotes.
 */
final class YamlText {
  // What a YAML 1.2 reader would take for something else than text.
  private static final Set<String> WORDS =
      Set.of("null", "Null", "NULL", "~", "true", "True", "TRUE", "false", "False", "FALSE");
  private static final Pattern NUMBER =
      Pattern.compile(
          "[-+]?(\\.[0-9]+|[0-9]+(\\.[0-9]*)?)([eE][-+]?[0-9]+)?"
              + "|0x[0-9a-fA-F]+|0o[0-7]+|[-+]?\\.(inf|Inf|INF)|\\.(nan|NaN|NAN)");
  private static final String NUMBER_BEGINNINGS = "+.0123456789";
  private static final String INDICATORS = "-?:,[]{}#&*!|>'\"%@`";

  private final StringBuilder text = new StringBuilder(512);

  private YamlText() {}

  /** The lines of a mapping, each ended. */
  static String of(Map<String, Object> mapping) {
    YamlText yaml = new YamlText();
    yaml.mapping(mapping, "");
    return yaml.text.toString();
  }

  private void mapping(Map<?, ?> mapping, String indent) {
    boolean first = true;
    for (Map.Entry<?, ?> entry : mapping.entrySet()) {
      text.append(first ? "" : indent).append(entry.getKey()).append(':');
      first = false;
      under(entry.getValue(), indent);
    }
  }

  private void under(Object value, String indent) {
    if (value instanceof Map<?, ?> inner && !inner.isEmpty()) {
      text.append('\n').append(indent).append("  ");
      mapping(inner, indent + "  ");
    } else if (value instanceof List<?> items && !items.isEmpty()) {
      text.append('\n');
      for (Object item : items) {
        text.append(indent).append("- ");
        item(item, indent);
      }
    } else {
      text.append(' ').append(scalar(value)).append('\n');
    }
  }

  private void item(Object item, String indent) {
    if (item instanceof Map<?, ?> inner && !inner.isEmpty()) {
      mapping(inner, indent + "  ");
    } else {
      text.append(scalar(item)).append('\n');
    }
  }

  private static String scalar(Object value) {
    if (value instanceof String string) {
      return string(string);
    } else if (value instanceof Map<?, ?>) {
      return "{}";
    } else if (value instanceof List<?>) {
      return "[]";
    }
    return String.valueOf(value);
  }

  static String string(String text) {
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c < ' ' || c == '\uFEFF' || Character.isSurrogate(c)) {
        return doubleQuoted(text);
      }
    }
    return isPlain(text) ? text : '\'' + text.replace("'", "''") + '\'';
  }

  private static boolean isPlain(String text) {
    if (text.isEmpty()) {
      return false;
    }
    char first = text.charAt(0);
    char last = text.charAt(text.length() - 1);
    return first > ' '
        && last > ' '
        && last != ':'
        && INDICATORS.indexOf(first) < 0
        && !text.contains(": ")
        && !text.contains(" #")
        && !WORDS.contains(text)
        && (NUMBER_BEGINNINGS.indexOf(first) < 0 || !NUMBER.matcher(text).matches());
  }

  private static String doubleQuoted(String text) {
    StringBuilder quoted = new StringBuilder("\"");
    text.chars()
        .forEach(
            c -> {
              if (c == '"' || c == '\\') {
                quoted.append('\\').append((char) c);
              } else if (c < ' ' || c == '\uFEFF') {
                quoted.append(String.format(Locale.ROOT, "\\u%04x", c));
              } else {
                quoted.append((char) c);
              }
            });
    return quoted.append('"').toString();
  }
}
