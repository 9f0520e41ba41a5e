package io.github.hubgenealogy.jobs.cards;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;

/**
 * A README's bytes as text: UTF-8, or what a byte-order mark says, else windows-1252, which is what
 * most cards that are no UTF-8 turn out to be. The mark itself is taken off, as JavaScript's
 * whitespace includes it and the Hub's reader skips that.
 *
 * @param text null where no encoding fits
 * @param encoding its name, or null
 */
public record CardText(String text, String encoding) {
  private static final char REPLACEMENT = '\ufffd';
  private static final Charset WINDOWS_1252 = Charset.forName("windows-1252");

  /**
   * Decodes.
   *
   * @param truncated whether the bytes were cut, so that the last character may be torn
   */
  public static CardText of(byte[] bytes, boolean truncated) {
    if (startsWith(bytes, 0xEF, 0xBB, 0xBF)) {
      String text = strict(bytes, 3, whole(bytes, truncated), StandardCharsets.UTF_8);
      return text == null ? windows(bytes) : new CardText(text, "utf-8-bom");
    }
    if (startsWith(bytes, 0xFF, 0xFE)) {
      return new CardText(
              strict(bytes, 2, bytes.length - bytes.length % 2, StandardCharsets.UTF_16LE),
              "utf-16le")
          .orNone();
    }
    if (startsWith(bytes, 0xFE, 0xFF)) {
      return new CardText(
              strict(bytes, 2, bytes.length - bytes.length % 2, StandardCharsets.UTF_16BE),
              "utf-16be")
          .orNone();
    }
    String text = strict(bytes, 0, whole(bytes, truncated), StandardCharsets.UTF_8);
    return text == null ? windows(bytes) : new CardText(text, "utf-8");
  }

  private CardText orNone() {
    return text == null ? new CardText(null, null) : this;
  }

  private static CardText windows(byte[] bytes) {
    return new CardText(strict(bytes, 0, bytes.length, WINDOWS_1252), "windows-1252").orNone();
  }

  private static boolean startsWith(byte[] bytes, int... mark) {
    if (bytes.length < mark.length) {
      return false;
    }
    for (int i = 0; i < mark.length; i++) {
      if ((bytes[i] & 0xff) != mark[i]) {
        return false;
      }
    }
    return true;
  }

  /** The length without a character that the cut tore: at most three bytes less. */
  private static int whole(byte[] bytes, boolean truncated) {
    if (!truncated) {
      return bytes.length;
    }
    for (int back = 1; back <= Math.min(4, bytes.length); back++) {
      int b = bytes[bytes.length - back] & 0xff;
      if (b < 0x80) {
        return bytes.length;
      }
      if (b >= 0xC0) {
        int needed = b >= 0xF0 ? 4 : b >= 0xE0 ? 3 : 2;
        return needed > back ? bytes.length - back : bytes.length;
      }
    }
    return bytes.length;
  }

  private static String strict(byte[] bytes, int from, int to, Charset charset) {
    if (charset.equals(StandardCharsets.UTF_8)) {
      // Many times faster; where a replacement stands it may be the author's own.
      String text = new String(bytes, from, to - from, charset);
      if (text.indexOf(REPLACEMENT) < 0) {
        return text;
      }
    }
    try {
      return charset
          .newDecoder()
          .onMalformedInput(CodingErrorAction.REPORT)
          .onUnmappableCharacter(CodingErrorAction.REPORT)
          .decode(ByteBuffer.wrap(bytes, from, to - from))
          .toString();
    } catch (CharacterCodingException other) {
      return null;
    }
  }
}
