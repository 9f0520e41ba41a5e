package io.github.hubgenealogy.simulator.server;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The parameters of a query string, in order; {@code expand[]} is {@code expand}. */
final class Parameters {
  /** One parameter, decoded. */
  record Parameter(String name, String value) {}

  private final List<Parameter> all = new ArrayList<>();

  private Parameters() {}

  static Parameters of(String query) {
    Parameters parameters = new Parameters();
    if (query != null) {
      for (String part : query.split("&")) {
        if (!part.isEmpty()) {
          int equals = part.indexOf('=');
          String name = decode(equals < 0 ? part : part.substring(0, equals));
          if (name.endsWith("[]")) {
            name = name.substring(0, name.length() - 2);
          }
          String raw = equals < 0 ? "" : part.substring(equals + 1);
          // A cursor is base64 and may come as it is: its plus is no blank.
          String value = decode(name.equals("cursor") ? raw.replace("+", "%2B") : raw);
          parameters.all.add(new Parameter(name, value));
        }
      }
    }
    return parameters;
  }

  private static String decode(String text) {
    if (text.indexOf('%') < 0 && text.indexOf('+') < 0) {
      return text;
    }
    try {
      return URLDecoder.decode(text, StandardCharsets.UTF_8);
    } catch (IllegalArgumentException notEncoded) {
      return text;
    }
  }

  List<Parameter> inOrder() {
    return all;
  }

  Optional<String> first(String name) {
    return all.stream().filter(each -> each.name().equals(name)).map(Parameter::value).findFirst();
  }

  List<String> all(String name) {
    return all.stream().filter(each -> each.name().equals(name)).map(Parameter::value).toList();
  }

  boolean isTrue(String name) {
    return first(name).map(value -> value.equals("true") || value.equals("1")).orElse(false);
  }
}
