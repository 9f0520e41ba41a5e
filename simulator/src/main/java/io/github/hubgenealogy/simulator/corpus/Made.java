package io.github.hubgenealogy.simulator.corpus;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Locale;

/** What is made up where a corpus lacks it: always the same for the same id. */
final class Made {
  private Made() {}

  /**
   * A key: the creation in seconds as on the Hub, eight zeros where it is unknown, then a hash.
   *
   * @param createdMillis or null
   */
  static String key(String id, Double createdMillis) {
    long second = createdMillis == null ? 0 : (long) (createdMillis / 1000);
    return String.format(Locale.ROOT, "%08x", second) + hash("key:" + id).substring(0, 16);
  }

  static String sha(String id) {
    return hash("sha:" + id);
  }

  static byte[] utf8(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  private static String hash(String text) {
    try {
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-1").digest(utf8(text)));
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException("every JDK has SHA-1", impossible);
    }
  }
}
