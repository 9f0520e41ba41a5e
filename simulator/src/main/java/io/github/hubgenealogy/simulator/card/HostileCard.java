package io.github.hubgenealogy.simulator.card;

import java.io.ByteArrayOutputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;

/** The bytes of hostile cards, and the words that hostile records put where people look. */
public final class HostileCard {
  private static final int HUGE_BYTES = 10 << 20;
  private static final int DEPTH = 10_000;
  private static final int LEVELS = 9;

  /** A right-to-left override, an isolate, a zero-width space and a byte order mark. */
  private static final String BIDIRECTIONAL = "safe\u202Egnp.exe\u2066\u200B\uFEFF";

  private static final String SCRIPTS =
      "<script>alert(1)</script>\"><img src=x onerror=alert(2)><svg/onload=alert(3)>"
          + "\\input{/etc/passwd}=cmd|'/C calc'!A0\u001b]0;owned\u0007\u001b[2J";

  private HostileCard() {}

  /** Text for fields that are shown, or null where the attack has none. */
  public static String words(Hostility hostility) {
    return switch (hostility) {
      case LONE_SURROGATES -> "half \uD83E of a face \uDD17 and \uDC00";
      case BIDIRECTIONAL -> BIDIRECTIONAL;
      case SCRIPTS -> SCRIPTS;
      case NONE, ALIAS_BOMB, HUGE, DEEP, NULS, UTF_16, WINDOWS_1252 -> null;
    };
  }

  /** The README's bytes, given what it would be otherwise. */
  public static byte[] of(Hostility hostility, String yaml, String body) {
    String whole = "---\n" + yaml + "---\n\n" + body;
    return switch (hostility) {
      case NONE -> whole.getBytes(StandardCharsets.UTF_8);
      case ALIAS_BOMB -> fenced(aliasBomb(), yaml, body);
      case HUGE -> fenced(huge(), yaml, body);
      case DEEP -> fenced("deep: " + "[".repeat(DEPTH) + "]".repeat(DEPTH) + "\n", yaml, body);
      case NULS -> fenced("nul: a\0b\0\0\n", yaml, body);
      case LONE_SURROGATES -> surrogates(whole + "\n" + words(hostility) + "\n");
      case BIDIRECTIONAL, SCRIPTS ->
          (whole + "\n" + words(hostility) + "\n").getBytes(StandardCharsets.UTF_8);
      case UTF_16 -> ("\uFEFF" + whole).getBytes(StandardCharsets.UTF_16LE);
      case WINDOWS_1252 ->
          (whole + "\n«déjà vu», très simulé – ‰\n").getBytes(Charset.forName("windows-1252"));
    };
  }

  private static byte[] fenced(String attack, String yaml, String body) {
    return ("---\n" + attack + yaml + "---\n\n" + body).getBytes(StandardCharsets.UTF_8);
  }

  private static String aliasBomb() {
    StringBuilder bomb =
        new StringBuilder("a0: &a0 [lol, lol, lol, lol, lol, lol, lol, lol, lol]\n");
    for (int level = 1; level < LEVELS; level++) {
      String alias = "*a" + (level - 1);
      bomb.append("a" + level + ": &a" + level + " [" + alias);
      bomb.append((", " + alias).repeat(8)).append("]\n");
    }
    return bomb.toString();
  }

  private static String huge() {
    StringBuilder text = new StringBuilder(HUGE_BYTES + 100).append("huge:\n");
    while (text.length() < HUGE_BYTES) {
      text.append("- a line of a list that has no end and no sense\n");
    }
    return text.toString();
  }

  /** UTF-8 as a careless writer makes it: each half of a pair by itself, three bytes. */
  private static byte[] surrogates(String text) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream(text.length() + 64);
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (Character.isSurrogate(c)) {
        bytes.write(0xE0 | (c >> 12));
        bytes.write(0x80 | ((c >> 6) & 0x3F));
        bytes.write(0x80 | (c & 0x3F));
      } else {
        bytes.writeBytes(String.valueOf(c).getBytes(StandardCharsets.UTF_8));
      }
    }
    return bytes.toByteArray();
  }
}
