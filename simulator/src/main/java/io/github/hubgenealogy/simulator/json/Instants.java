package io.github.hubgenealogy.simulator.json;

/** Instants in the Hub's form, {@code 2022-03-02T23:29:04.000Z}, written fast. */
public final class Instants {
  private Instants() {}

  /** The text of an instant between the years 1 and 9999, given in seconds since 1970. */
  public static String text(long epochSecond) {
    return text(epochSecond, 0);
  }

  /** The text of an instant, given in milliseconds since 1970. */
  public static String textOfMillis(long epochMilli) {
    return text(Math.floorDiv(epochMilli, 1000L), (int) Math.floorMod(epochMilli, 1000L));
  }

  private static String text(long epochSecond, int milli) {
    long day = Math.floorDiv(epochSecond, 86_400L);
    int second = (int) Math.floorMod(epochSecond, 86_400L);
    // Civil date from a day number: Howard Hinnant's algorithm, eras of 400 years from March.
    long shifted = day + 719_468;
    long era = Math.floorDiv(shifted, 146_097L);
    int dayOfEra = (int) (shifted - era * 146_097);
    int yearOfEra = (dayOfEra - dayOfEra / 1460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365;
    int dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100);
    int monthFromMarch = (5 * dayOfYear + 2) / 153;
    int month = monthFromMarch < 10 ? monthFromMarch + 3 : monthFromMarch - 9;
    int year = (int) (yearOfEra + era * 400) + (month <= 2 ? 1 : 0);
    char[] text = "0000-00-00T00:00:00.000Z".toCharArray();
    put(text, 0, year, 4);
    put(text, 5, month, 2);
    put(text, 8, dayOfYear - (153 * monthFromMarch + 2) / 5 + 1, 2);
    put(text, 11, second / 3600, 2);
    put(text, 14, second / 60 % 60, 2);
    put(text, 17, second % 60, 2);
    put(text, 20, milli, 3);
    return new String(text);
  }

  private static void put(char[] text, int at, int number, int width) {
    int rest = number;
    for (int i = at + width - 1; i >= at; i--) {
      text[i] = (char) ('0' + rest % 10);
      rest /= 10;
    }
  }
}
