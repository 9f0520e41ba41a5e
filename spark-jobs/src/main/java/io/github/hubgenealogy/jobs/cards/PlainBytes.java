package io.github.hubgenealogy.jobs.cards;

/** Which bytes the short way of reading YAML takes, and where. */
final class PlainBytes {
  private static final byte KEY_START = 1;
  private static final byte VALUE_START = 2;
  private static final byte FLOW = 4;
  private static final byte FLOW_START = 8;
  private static final byte[] KINDS = kinds();

  private PlainBytes() {}

  private static byte[] kinds() {
    byte[] kinds = new byte[256];
    for (int b = 0; b < 256; b++) {
      boolean word =
          (b >= 'a' && b <= 'z') || (b >= 'A' && b <= 'Z') || (b >= '0' && b <= '9') || b >= 0x80;
      if (word || b == '_') {
        kinds[b] = KEY_START | VALUE_START | FLOW | FLOW_START;
      } else if ("./+".indexOf(b) >= 0) {
        kinds[b] = VALUE_START | FLOW | FLOW_START;
      } else if ("- ()".indexOf(b) >= 0) {
        kinds[b] = FLOW;
      }
      if ("($\\^;~=<".indexOf(b) >= 0) {
        kinds[b] |= VALUE_START;
      }
    }
    return kinds;
  }

  static boolean beginsKey(byte b) {
    return (KINDS[b & 0xff] & KEY_START) != 0;
  }

  /** Whether a plain value may begin so; a dash may, too, before anything but a blank. */
  static boolean beginsValue(byte b) {
    return (KINDS[b & 0xff] & VALUE_START) != 0;
  }

  /** Whether it means nothing but itself in a plain value between brackets. */
  static boolean plainInFlow(byte b) {
    return (KINDS[b & 0xff] & FLOW) != 0;
  }

  static boolean beginsFlow(byte b) {
    return (KINDS[b & 0xff] & FLOW_START) != 0;
  }

  /**
   * Whether all is printable to YAML and a break is a line feed, alone or after a carriage return:
   * no tab, no control character, none of Unicode's other breaks, no byte-order mark.
   */
  static boolean allPlain(byte[] text) {
    for (int i = 0; i < text.length; i++) {
      int b = text[i];
      if (b >= 0x20) {
        if (b == 0x7f) {
          return false;
        }
      } else if (b < 0) {
        if (isRefused(text, i)) {
          return false;
        }
      } else if (b != '\n' && !(b == '\r' && i + 1 < text.length && text[i + 1] == '\n')) {
        return false;
      }
    }
    return true;
  }

  /** U+0080 to U+009F, U+2028, U+2029, U+FEFF, U+FFFE and U+FFFF. */
  private static boolean isRefused(byte[] text, int i) {
    int first = text[i] & 0xff;
    if (first == 0xC2) {
      return (text[i + 1] & 0xff) < 0xA0;
    }
    if (first == 0xE2) {
      return (text[i + 1] & 0xff) == 0x80 && (text[i + 2] & 0xfe) == 0xA8;
    }
    if (first == 0xEF) {
      int second = text[i + 1] & 0xff;
      int third = text[i + 2] & 0xff;
      return (second == 0xBB && third == 0xBF) || (second == 0xBF && third >= 0xBE);
    }
    return false;
  }
}
