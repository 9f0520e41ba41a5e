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
  private static final int LONGEST_WORD = 5;
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
    yaml.mapping(mapping, 0);
    return yaml.text.toString();
  }

  private void mapping(Map<?, ?> mapping, int indent) {
    boolean first = true;
    for (Map.Entry<?, ?> entry : mapping.entrySet()) {
      indent(first ? 0 : indent);
      text.append((String) entry.getKey()).append(':');
      first = false;
      under(entry.getValue(), indent);
    }
  }

  private void under(Object value, int indent) {
    if (value instanceof String string) {
      text.append(' ');
      append(string);
    } else if (value instanceof Map<?, ?> inner && !inner.isEmpty()) {
      text.append('\n');
      indent(indent + 2);
      mapping(inner, indent + 2);
      return;
    } else if (value instanceof List<?> items && !items.isEmpty()) {
      text.append('\n');
      for (Object item : items) {
        indent(indent);
        text.append("- ");
        item(item, indent);
      }
      return;
    } else {
      text.append(' ').append(scalar(value));
    }
    text.append('\n');
  }

  private void item(Object item, int indent) {
    if (item instanceof String string) {
      append(string);
    } else if (item instanceof Map<?, ?> inner && !inner.isEmpty()) {
      mapping(inner, indent + 2);
      return;
    } else {
      text.append(scalar(item));
    }
    text.append('\n');
  }

  private void indent(int blanks) {
    for (int i = 0; i < blanks; i++) {
      text.append(' ');
    }
  }

  private static String scalar(Object value) {
    if (value instanceof Map<?, ?>) {
      return "{}";
    } else if (value instanceof List<?>) {
      return "[]";
    }
    return String.valueOf(value);
  }

  /** A text as a scalar. */
  static String string(String value) {
    YamlText yaml = new YamlText();
    yaml.append(value);
    return yaml.text.toString();
  }

  private void append(String value) {
    boolean plain = !value.isEmpty();
    char before = ':';
    for (int i = 0; i < value.length(); i++) {
      char c = value.charAt(i);
      if (c < ' ' || c == '\uFEFF' || Character.isSurrogate(c)) {
        text.append(doubleQuoted(value));
        return;
      }
      plain &= !(before == ':' && c == ' ') && !(before == ' ' && c == '#');
      before = c;
    }
    if (plain && before > ' ' && before != ':' && beginsPlain(value)) {
      text.append(value);
    } else {
      text.append('\'').append(value.replace("'", "''")).append('\'');
    }
  }

  private static boolean beginsPlain(String value) {
    char first = value.charAt(0);
    if (Character.isLetter(first) || first == '~') {
      return value.length() > LONGEST_WORD || !WORDS.contains(value);
    }
    return INDICATORS.indexOf(first) < 0
        && (NUMBER_BEGINNINGS.indexOf(first) < 0 || !NUMBER.matcher(value).matches());
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
