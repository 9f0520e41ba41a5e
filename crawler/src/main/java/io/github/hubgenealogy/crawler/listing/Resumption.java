package io.github.hubgenealogy.crawler.listing;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.hubgenealogy.crawler.Tally;
import io.github.hubgenealogy.crawler.packed.PackedCells;
import io.github.hubgenealogy.crawler.packed.PackedRows;
import java.math.BigInteger;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The way on where the server's cursor is of no use any more, be it expired or leading back. A
 * cursor is a filter on the sort key and {@code _id} (hub-api §1.5), so one is made of the last key
 * seen; it begins one key early, and the page it gives counts only if that key comes first. Where
 * it does not, the list is read again from its beginning: what comes twice is kept once.
 */
final class Resumption {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final Pattern KEY = Pattern.compile("[0-9a-f]{24}");
  private static final DateTimeFormatter HUB_TIME =
      DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSS'Z'", Locale.ROOT)
          .withZone(ZoneOffset.UTC);

  private final String firstPage;
  private final int keyColumn;
  private final Tally tally;
  private String lastKey;
  private String resumedAt;
  private String expected;
  private boolean restarted;

  /**
   * Prepares.
   *
   * @param lastKey the last key of an earlier run, or null
   */
  Resumption(Listing listing, int pageSize, String lastKey, Tally tally) {
    this.firstPage = listing.firstPage(pageSize);
    this.keyColumn = listing.contract().indexOf("_id");
    this.lastKey = lastKey;
    this.tally = tally;
  }

  /** Whether a page is what was asked for; false where a cursor of ours did not lead on. */
  boolean accepts(PackedRows page) {
    boolean good = expected == null || (page.count() > 0 && expected.equals(key(page, 0)));
    if (good) {
      expected = null;
      lastKey = page.count() > 0 ? key(page, page.count() - 1) : lastKey;
    }
    return good;
  }

  private String key(PackedRows page, int place) {
    return page.row(place, new PackedCells()).text(keyColumn);
  }

  /** Path and query of where to go on; nothing where all ways were tried from here. */
  Optional<String> next() {
    expected = null;
    if (lastKey != null && !lastKey.equals(resumedAt) && KEY.matcher(lastKey).matches()) {
      resumedAt = lastKey;
      expected = lastKey;
      tally.count("cursors.replaced_by_key");
      return Optional.of(
          firstPage + "&cursor=" + URLEncoder.encode(cursorTo(lastKey), StandardCharsets.UTF_8));
    }
    if (!restarted) {
      restarted = true;
      tally.count("cursors.restarted_from_first_page");
      return Optional.of(firstPage);
    }
    return Optional.empty();
  }

  /** Whether the way on leads over records that were read before. */
  boolean isAtStart() {
    return expected == null;
  }

  /** The cursor of which the next record is the one with this key. */
  static String cursorTo(String key) {
    String before = String.format("%024x", new BigInteger(key, 16).subtract(BigInteger.ONE));
    // The first half of a key is its second of creation.
    String created =
        HUB_TIME.format(Instant.ofEpochSecond(Long.parseLong(key.substring(0, 8), 16)));
    Map<String, Object> sameTime = Map.of("createdAt", created, "_id", Map.of("$gt", before));
    Map<String, Object> later = Map.of("createdAt", Map.of("$gt", created));
    try {
      return Base64.getEncoder()
          .encodeToString(JSON.writeValueAsBytes(Map.of("$or", List.of(sameTime, later))));
    } catch (JsonProcessingException impossible) {
      throw new IllegalStateException(impossible);
    }
  }
}
