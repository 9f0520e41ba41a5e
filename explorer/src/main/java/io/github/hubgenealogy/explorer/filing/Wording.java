package io.github.hubgenealogy.explorer.filing;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.ResourceBundle;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** The words of printed answers in one language, from {@code wording_*.properties}. */
public final class Wording {
  private static final int LIMITS = 6;

  private final ResourceBundle words;
  private final Locale locale;

  /** Languages there are. */
  public enum Language {
    EN(Locale.ENGLISH),
    FR(Locale.FRENCH);

    private final Locale locale;

    Language(Locale locale) {
      this.locale = locale;
    }
  }

  public Wording(Language language) {
    this.locale = language.locale;
    this.words =
        ResourceBundle.getBundle(
            Wording.class.getPackageName() + ".wording",
            locale,
            ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES));
  }

  /** A text by its key, its places filled as by {@link String#format}. */
  public String text(String key, Object... values) {
    String pattern = words.getString(key);
    return values.length == 0 ? pattern : String.format(locale, pattern, values);
  }

  /** A number with this language's separators. */
  public String number(long number) {
    return String.format(locale, "%,d", number);
  }

  /** Counts by their names, 0 where there are none. */
  public static String counts(Map<String, ? extends Number> counts) {
    return counts.isEmpty()
        ? "0"
        : counts.entrySet().stream()
            .map(entry -> entry.getKey() + " " + entry.getValue())
            .collect(Collectors.joining(", "));
  }

  /** What every answer must say of its own limits. */
  public List<String> limits() {
    return IntStream.rangeClosed(1, LIMITS).mapToObj(i -> text("limit." + i)).toList();
  }

  String tag() {
    return locale.toLanguageTag();
  }
}
