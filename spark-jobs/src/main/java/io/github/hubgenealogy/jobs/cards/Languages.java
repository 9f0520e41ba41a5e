package io.github.hubgenealogy.jobs.cards;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.MissingResourceException;

/**
 * Language declarations as ISO 639 codes: two letters where there are such, else three. Read are
 * codes of either length, tags of BCP 47 by their first part, and English names. What is no
 * language, such as {@code code} or {@code multilingual}, gives none.
 */
final class Languages {
  private static final Map<String, String> CODES = codes();

  /** Longer strings are prose. */
  private static final int LONGEST_SEVERAL = 100;

  private Languages() {}

  private static Map<String, String> codes() {
    Map<String, String> codes = new HashMap<>();
    for (String two : Locale.getISOLanguages()) {
      Locale locale = Locale.forLanguageTag(two);
      String code = locale.getLanguage().isEmpty() ? two : locale.getLanguage();
      codes.put(two, code);
      codes.putIfAbsent(locale.getDisplayLanguage(Locale.ENGLISH).toLowerCase(Locale.ROOT), code);
      String three = threeLetters(locale);
      if (three != null) {
        codes.putIfAbsent(three, code);
      }
    }
    // Old two-letter codes and the bibliographic three-letter ones, ISO 639-2/B, which the JDK does
    // not list.
    codes.put("iw", "he");
    codes.put("in", "id");
    codes.put("ji", "yi");
    String[] bibliographic = {
      "alb", "sq", "arm", "hy", "baq", "eu", "bur", "my", "chi", "zh", "cze", "cs", "dut", "nl",
          "fre", "fr", "geo", "ka",
      "ger", "de", "gre", "el", "ice", "is", "mac", "mk", "mao", "mi", "may", "ms", "per", "fa",
          "rum", "ro", "slo", "sk",
      "tib", "bo", "wel", "cy"
    };
    for (int i = 0; i < bibliographic.length; i += 2) {
      codes.put(bibliographic[i], bibliographic[i + 1]);
    }
    return codes;
  }

  private static String threeLetters(Locale locale) {
    try {
      return locale.getISO3Language();
    } catch (MissingResourceException none) {
      return null;
    }
  }

  /** The codes of some declarations, each once, in their order. */
  static List<String> iso(List<String> written) {
    List<String> codes = new ArrayList<>();
    for (String word : written) {
      String lower = word.strip().toLowerCase(Locale.ROOT);
      String code = code(lower);
      if (code != null) {
        add(code, codes);
      } else if (lower.length() <= LONGEST_SEVERAL) {
        // Several in one string, such as "English French"; of these only what is known counts.
        for (String part : lower.split("[ /&+|]+")) {
          add(CODES.get(part), codes);
        }
      }
    }
    return codes;
  }

  private static void add(String code, List<String> codes) {
    if (code != null && !codes.contains(code)) {
      codes.add(code);
    }
  }

  private static String code(String word) {
    String known = CODES.get(word);
    if (known != null) {
      return known;
    }
    int dash = word.indexOf('-') >= 0 ? word.indexOf('-') : word.indexOf('_');
    if (dash == 2 || dash == 3) {
      String first = CODES.get(word.substring(0, dash));
      return first != null
          ? first
          : isThreeLetters(word.substring(0, dash)) ? word.substring(0, dash) : null;
    }
    return isThreeLetters(word) ? word : null;
  }

  /** A language that only ISO 639-3 has; taken at its word unless it is a word of cards. */
  private static boolean isThreeLetters(String word) {
    return word.length() == 3
        && word.chars().allMatch(c -> c >= 'a' && c <= 'z')
        && !word.equals("all")
        && !word.equals("any")
        && !word.equals("n/a")
        && !word.equals("mul")
        && !word.equals("und")
        && !word.equals("zxx")
        && !word.equals("sql");
  }
}
