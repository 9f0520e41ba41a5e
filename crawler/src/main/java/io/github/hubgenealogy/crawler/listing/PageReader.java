package io.github.hubgenealogy.crawler.listing;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonFactoryBuilder;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import io.github.hubgenealogy.crawler.hub.Trouble;
import io.github.hubgenealogy.crawler.hub.TroubleException;
import io.github.hubgenealogy.crawler.packed.PackedRows;
import io.github.hubgenealogy.lake.contract.TableContract;
import java.io.IOException;
import java.io.InputStream;

/** Decodes the JSON array of one page, element after element, as its bytes arrive. */
final class PageReader {
  /** Deeper than any card gets through the Hub, far from what would fill the memory. */
  private static final int MAX_DEPTH = 100_000;

  /** Characters of one text or name: a page is bounded as a whole, so this only stops nonsense. */
  private static final int MAX_LENGTH = 16 << 20;

  private static final int MAX_DIGITS = 100_000;

  private final JsonFactory factory;
  private final RecordDecoder decoder;

  PageReader(TableContract contract, int maxValueBytes) {
    this.decoder = new RecordDecoder(contract, maxValueBytes);
    this.factory =
        new JsonFactoryBuilder()
            .streamReadConstraints(
                StreamReadConstraints.builder()
                    .maxNestingDepth(MAX_DEPTH)
                    .maxStringLength(MAX_LENGTH)
                    .maxNameLength(MAX_LENGTH)
                    .maxNumberLength(MAX_DIGITS)
                    .build())
            .disable(JsonFactory.Feature.INTERN_FIELD_NAMES)
            // Names made to collide cost time, but must not cost the page.
            .disable(JsonFactory.Feature.FAIL_ON_SYMBOL_HASH_OVERFLOW)
            .build();
  }

  /**
   * Reads one page.
   *
   * @param rows receives its rows, nothing else in it
   * @return how many elements had no key and were skipped
   */
  int read(InputStream body, PackedRows rows, long observedMicros) throws IOException {
    int rejected = 0;
    try (JsonParser parser = factory.createParser(body)) {
      if (parser.nextToken() != JsonToken.START_ARRAY) {
        throw new TroubleException(Trouble.GARBLED, "a page that is no array");
      }
      JsonToken token;
      while ((token = parser.nextToken()) != JsonToken.END_ARRAY) {
        if (token != JsonToken.START_OBJECT) {
          throw new TroubleException(
              token == null ? Trouble.TRUNCATED : Trouble.GARBLED, "a page of other than objects");
        }
        rejected += decoder.decode(parser, rows, observedMicros) ? 0 : 1;
      }
      if (parser.nextToken() != null) {
        throw new TroubleException(Trouble.GARBLED, "something follows the page");
      }
    }
    return rejected;
  }

  long unusableValues() {
    return decoder.unusableValues();
  }
}
