package io.github.hubgenealogy.simulator.card;

import java.io.ByteArrayOutputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;

/** Puts front matter and prose together, and damages the whole as the brief says. */
public final class CardText {
  private static final byte[] BYTE_ORDER_MARK = {(byte) 0xEF, (byte) 0xBB, (byte) 0xBF};
  private static final Charset WINDOWS_1252 = Charset.forName("windows-1252");

  private CardText() {}

  /** The README's bytes. */
  public static byte[] of(CardBrief brief) {
    if (brief.damage() == Damage.EMPTY_FILE && brief.hostility() == Hostility.NONE) {
      return new byte[0];
    }
    String yaml = brief.frontMatter().isEmpty() ? "" : YamlText.of(brief.frontMatter());
    String body = Prose.of(brief);
    if (brief.hostility() != Hostility.NONE) {
      return HostileCard.of(brief.hostility(), yaml, body);
    }
    if (yaml.isEmpty()) {
      return body.getBytes(StandardCharsets.UTF_8);
    }
    return switch (brief.damage()) {
      case NONE, EMPTY_FILE -> utf8("---\n" + yaml + "---\n\n" + body);
      case BLANK_LINES_BEFORE -> utf8("\n \n---\n" + yaml + "---\n" + body);
      case TEXT_BEFORE -> utf8("# " + brief.name() + "\n\n---\n" + yaml + "---\n" + body);
      case CARRIAGE_RETURNS -> utf8(("---\n" + yaml + "---\n\n" + body).replace("\n", "\r\n"));
      case NO_OPENING_FENCE -> utf8(yaml + "---\n\n" + body);
      case UNCLOSED -> utf8("---\n" + yaml + "\n" + body.replace("---", "***"));
      case TWO_BLOCKS ->
          utf8("---\n" + yaml + "---\n\n---\ntitle: " + brief.name() + "\n---\n\n" + body);
      case LONG_FENCE -> utf8("-----\n" + yaml + "-----\n\n" + body.replace("---", "***"));
      case BYTE_ORDER_MARK -> joined(BYTE_ORDER_MARK, utf8("---\n" + yaml + "---\n\n" + body));
      case FENCE_WITH_BLANKS -> utf8("---\n" + yaml + "---  \t\n\n" + body);
      case TAB_INDENT -> utf8("---\nthumbnails:\n\t- none\n" + yaml + "---\n\n" + body);
      case LOOSE_COLON -> utf8("---\nnote: see: below: here\n" + yaml + "---\n\n" + body);
      case LONE_CARRIAGE_RETURNS -> utf8(("---\n" + yaml + "---\n\n" + body).replace('\n', '\r'));
      case INVISIBLE_IN_BODY -> utf8("---\n" + yaml + "---\n\n\u200B" + body + "\u2060\u00AD\n");
      case MIXED_LINE_ENDS -> utf8("---\n" + yaml + "---\n\n" + body.replace("\n", "\r\n"));
      case DUPLICATE_KEY -> utf8("---\nnote: one\nnote: two\n" + yaml + "---\n\n" + body);
      case NOT_A_MAPPING -> utf8("---\n- one\n- two\n---\n\n" + body);
      case NUL_IN_BODY -> utf8("---\n" + yaml + "---\n\n" + body + "\0\n");
      case WINDOWS_1252_BODY ->
          joined(
              utf8("---\n" + yaml + "---\n\n" + body),
              "\nUn modèle simulé, très vérifié – « déjà vu ».\n".getBytes(WINDOWS_1252));
    };
  }

  private static byte[] utf8(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  private static byte[] joined(byte[] head, byte[] tail) {
    ByteArrayOutputStream whole = new ByteArrayOutputStream(head.length + tail.length);
    whole.writeBytes(head);
    whole.writeBytes(tail);
    return whole.toByteArray();
  }
}
