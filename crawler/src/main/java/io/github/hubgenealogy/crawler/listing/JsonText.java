package io.github.hubgenealogy.crawler.listing;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.ByteArrayOutputStream;
import java.io.IOException;

/**
 * Copies a JSON value compactly as text, numbers as they were written. What is nested deeper than
 * any reader need go becomes null, so that no reader of the table can be made to overflow.
 */
final class JsonText {
  private static final int MAX_DEPTH = 100;

  private final JsonFactory factory = new JsonFactory();
  private final Buffer buffer = new Buffer();

  /** The buffer's own array, for copying out of. */
  private static final class Buffer extends ByteArrayOutputStream {
    private static final int USUAL = 1 << 16;

    Buffer() {
      super(USUAL);
    }

    byte[] array() {
      return buf;
    }

    void shrink() {
      if (buf.length > 16 * USUAL) {
        buf = new byte[USUAL];
      }
    }
  }

  /** Copies the value that the parser stands on; its bytes are then in {@link #bytes}. */
  int copy(JsonParser parser) throws IOException {
    buffer.shrink();
    buffer.reset();
    try (JsonGenerator generator = factory.createGenerator(buffer)) {
      int depth = 0;
      JsonToken token = parser.currentToken();
      do {
        if (depth >= MAX_DEPTH && token.isStructStart()) {
          parser.skipChildren();
          generator.writeNull();
        } else {
          depth += token.isStructStart() ? 1 : token.isStructEnd() ? -1 : 0;
          event(parser, generator, token);
        }
        token = depth > 0 ? parser.nextToken() : null;
      } while (token != null);
    }
    return buffer.size();
  }

  byte[] bytes() {
    return buffer.array();
  }

  private static void event(JsonParser parser, JsonGenerator generator, JsonToken token)
      throws IOException {
    switch (token) {
      case START_OBJECT -> generator.writeStartObject();
      case END_OBJECT -> generator.writeEndObject();
      case START_ARRAY -> generator.writeStartArray();
      case END_ARRAY -> generator.writeEndArray();
      case FIELD_NAME -> generator.writeFieldName(parser.currentName());
      case VALUE_STRING ->
          generator.writeString(
              parser.getTextCharacters(), parser.getTextOffset(), parser.getTextLength());
      case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT -> generator.writeNumber(parser.getText());
      case VALUE_TRUE -> generator.writeBoolean(true);
      case VALUE_FALSE -> generator.writeBoolean(false);
      case VALUE_NULL -> generator.writeNull();
      case NOT_AVAILABLE, VALUE_EMBEDDED_OBJECT ->
          throw new IllegalStateException("no such token in a text: " + token);
    }
  }
}
