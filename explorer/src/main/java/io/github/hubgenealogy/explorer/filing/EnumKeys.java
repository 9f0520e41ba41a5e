package io.github.hubgenealogy.explorer.filing;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.SerializerProvider;
import com.fasterxml.jackson.databind.ser.std.StdSerializer;
import java.io.IOException;

/** Writes a constant that is a key as its word. */
@SuppressWarnings("rawtypes") // of every enum
final class EnumKeys extends StdSerializer<Enum> {
  private static final long serialVersionUID = 1L;

  EnumKeys() {
    super(Enum.class);
  }

  @Override
  public void serialize(Enum value, JsonGenerator generator, SerializerProvider provider)
      throws IOException {
    generator.writeFieldName(Json.word(value));
  }
}
