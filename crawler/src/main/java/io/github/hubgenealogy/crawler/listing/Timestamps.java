package io.github.hubgenealogy.crawler.listing;

import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.format.DateTimeParseException;
import java.time.temporal.ChronoUnit;

/** The Hub's dates, {@code 2022-03-02T23:29:04.000Z}, as microseconds since 1970. */
final class Timestamps {
  private static final long SECOND = 1_000_000;

  private Timestamps() {}

  static long micros(Instant instant) {
    return ChronoUnit.MICROS.between(Instant.EPOCH, instant);
  }

  /** Reads a date; null where it is none. */
  static Long micros(char[] text, int offset, int length) {
    if (length == 24 && text[offset + 10] == 'T' && text[offset + 23] == 'Z') {
      int year = digits(text, offset, 4);
      int month = digits(text, offset + 5, 2);
      int day = digits(text, offset + 8, 2);
      int hour = digits(text, offset + 11, 2);
      int minute = digits(text, offset + 14, 2);
      int second = digits(text, offset + 17, 2);
      int millis = digits(text, offset + 20, 3);
      boolean plain =
          year >= 1970
              && month >= 1
              && month <= 12
              && day >= 1
              && day <= 28
              && hour >= 0
              && hour < 24
              && minute >= 0
              && minute < 60
              && second >= 0
              && second < 60
              && millis >= 0;
      if (plain) {
        long seconds =
            LocalDate.of(year, month, day).toEpochDay() * 86_400
                + hour * 3_600L
                + minute * 60L
                + second;
        return seconds * SECOND + millis * 1_000L;
      }
    }
    try {
      return micros(OffsetDateTime.parse(new String(text, offset, length)).toInstant());
    } catch (DateTimeParseException | ArithmeticException malformed) {
      return null;
    }
  }

  private static int digits(char[] text, int offset, int count) {
    int value = 0;
    for (int i = offset; i < offset + count; i++) {
      char c = text[i];
      if (c < '0' || c > '9') {
        return -1;
      }
      value = 10 * value + (c - '0');
    }
    return value;
  }
}
