package io.github.hubgenealogy.jobs.reproduce;

import io.github.hubgenealogy.jobs.tables.SnapshotTables;
import java.io.IOException;
import java.io.InputStream;
import java.math.BigDecimal;
import java.math.MathContext;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;

/** The published figures of a study beside those of a snapshot built from its file. */
public final class Comparison {
  /** ai_ecosystem_withmodelcards.csv of 1,860,411 models, as its users pin it. */
  private static final String PIN =
      "7a6aaed5e4434e9bd3b5141c0fbb48da87ec267cfe96bffa2bb1f4d5b0d7c74f";

  private static final MathContext DIGITS = new MathContext(6);

  private Comparison() {}

  /** A line a figure: id, title, published, ours, and equal, or the difference and its reason. */
  public static List<String> anatomy2025(SnapshotTables tables, Path file) throws IOException {
    String other =
        sha256(file).equals(PIN)
            ? ""
            : "this is not the file that the study's users pin (its sha256 differs); ";
    Ours ours = new Ours(tables);
    List<String> lines = new ArrayList<>();
    for (Published published : Published.anatomy2025()) {
      Double own = ours.of(published);
      lines.add(
          String.join(
              "\t",
              published.id(),
              published.title(),
              published.value(),
              own == null ? "–" : number(own),
              verdict(published, own, other)));
    }
    return lines;
  }

  private static String verdict(Published published, Double own, String other) {
    if (published.kind().equals("none")) {
      return "not computed: " + published.reason();
    }
    if (own == null) {
      return "differs: none here; " + other + published.reason();
    }
    double difference = own - Double.parseDouble(published.value());
    boolean equal =
        published.value().contains(".")
            ? Math.abs(difference) < 5 * Math.pow(10, -decimals(published.value()) - 1)
            : difference == 0;
    return equal
        ? "equal"
        : "differs by "
            + (difference > 0 ? "+" : "")
            + number(difference)
            + ": "
            + other
            + published.reason();
  }

  private static int decimals(String number) {
    return Math.min(9, number.length() - number.indexOf('.') - 1);
  }

  private static String number(double value) {
    return value == Math.rint(value)
        ? String.format(Locale.ROOT, "%.0f", value)
        : new BigDecimal(value).round(DIGITS).toPlainString();
  }

  private static String sha256(Path file) throws IOException {
    try (InputStream bytes = Files.newInputStream(file)) {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      byte[] buffer = new byte[1 << 16];
      for (int read = bytes.read(buffer); read >= 0; read = bytes.read(buffer)) {
        digest.update(buffer, 0, read);
      }
      return HexFormat.of().formatHex(digest.digest());
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException(impossible);
    }
  }
}
