package io.github.hubgenealogy.explorer.web;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializerProvider;
import com.fasterxml.jackson.databind.module.SimpleModule;
import com.fasterxml.jackson.databind.ser.std.StdSerializer;
import java.io.IOException;
import java.util.Comparator;
import java.util.Locale;
import java.util.Set;

/**
 * Records as JSON: names with underscores, as the tables have them; words of an enum in lower case;
 * times as ISO 8601; sets and maps in a fixed order, so that the same question has the same bytes.
 */
public final class Json {
  private static final ObjectMapper MAPPER =
      io.github.hubgenealogy.explorer.filing.Json.mapper()
          .registerModule(new SimpleModule("sets").addSerializer(new SortedSet()));

  private Json() {}

  /** An object's JSON, in UTF-8. */
  public static byte[] bytes(Object value) {
    try {
      return MAPPER.writeValueAsBytes(value);
    } catch (JsonProcessingException impossible) {
      throw new IllegalStateException(impossible);
    }
  }

  /** The word of a constant, as tables and options spell it. */
  public static String word(Enum<?> constant) {
    return constant.name().toLowerCase(Locale.ROOT);
  }

  /** A set has no order of its own, and an immutable one another in each run. */
  private static final class SortedSet extends StdSerializer<Set<?>> {
    private static final long serialVersionUID = 1L;

    SortedSet() {
      super(Set.class, false);
    }

    @Override
    public void serialize(Set<?> value, JsonGenerator out, SerializerProvider provider)
        throws IOException {
      out.writeStartArray();
      for (Object each : value.stream().sorted(Comparator.comparing(String::valueOf)).toList()) {
        provider.defaultSerializeValue(each, out);
      }
      out.writeEndArray();
    }
  }
}
