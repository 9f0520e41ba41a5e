package io.github.hubgenealogy.explorer.web.api;

import io.github.hubgenealogy.explorer.exposure.Answer;
import io.github.hubgenealogy.explorer.filing.CsvRecord;
import io.github.hubgenealogy.explorer.filing.Dossier;
import io.github.hubgenealogy.explorer.filing.HtmlRecord;
import io.github.hubgenealogy.explorer.filing.JsonRecord;
import io.github.hubgenealogy.explorer.filing.Wording;
import io.github.hubgenealogy.explorer.genealogy.Genealogy;
import io.github.hubgenealogy.explorer.web.Problem;
import io.github.hubgenealogy.lake.command.Fault;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The record of an exposure that can be filed: a page to print, JSON, or the CSV files as a ZIP.
 */
final class RecordQuestion {
  private static final String FORMAT = "format";
  private static final String LANGUAGE = "language";

  /** What one request may cost; the command writes records of any size. */
  private static final int MOST_DESCENDANTS = 20_000;

  private final Exposed exposed;
  private final Clock clock;

  private RecordQuestion(Exposed exposed, Clock clock) {
    this.exposed = exposed;
    this.clock = clock;
  }

  static Endpoint endpoint(Exposed exposed) {
    RecordQuestion question = new RecordQuestion(exposed, Clock.systemUTC());
    return new Endpoint(
        Set.of(Parameters.ID, FORMAT, LANGUAGE, Parameters.ALL_SNAPSHOTS), question::answer);
  }

  private io.github.hubgenealogy.explorer.web.Answer answer(
      List<Genealogy> views, Parameters given) {
    List<String> ids = given.ids();
    String format = given.oneOf(FORMAT, Set.of("html", "json", "csv"), "html");
    boolean french = given.oneOf(LANGUAGE, Set.of("en", "fr"), "en").equals("fr");
    String name = "exposure-" + ExportQuestion.fileName(ids.get(0));
    try {
      return exposed.read(
          views,
          ids,
          answer -> {
            Dossier dossier = dossier(views, ids, answer);
            return switch (format) {
              case "json" -> json(dossier).file(name + ".json");
              case "csv" -> csv(dossier).file(name + ".zip");
              default -> page(dossier, french);
            };
          });
    } catch (Fault unknown) {
      throw Problem.notFound(unknown.what() + "; " + unknown.remedy());
    }
  }

  private Dossier dossier(List<Genealogy> views, List<String> ids, Answer answer) {
    if (answer.descendants().size() > MOST_DESCENDANTS) {
      throw new Problem(
          422,
          "Too many descendants",
          "a record of more than "
              + MOST_DESCENDANTS
              + " descendants is written by the command: hubgen exposure --html, --json or --csv");
    }
    return new Dossier(
        answer, command(views, ids), clock.instant().truncatedTo(ChronoUnit.SECONDS));
  }

  /** The command that says the same. */
  private static String command(List<Genealogy> views, List<String> ids) {
    StringBuilder line = new StringBuilder("hubgen exposure ");
    line.append(
        views.size() > 1
            ? "--all-snapshots"
            : "--snapshot " + Endpoint.newest(views).snapshot().id());
    for (String id : ids) {
      boolean plain = id.matches("[A-Za-z0-9._/-]+");
      line.append(' ').append(plain ? id : "'" + id.replace("'", "'\\''") + "'");
    }
    return line.toString();
  }

  private static io.github.hubgenealogy.explorer.web.Answer page(Dossier dossier, boolean french) {
    StringWriter text = new StringWriter();
    try {
      Wording words = new Wording(french ? Wording.Language.FR : Wording.Language.EN);
      HtmlRecord.write(dossier, words, text);
    } catch (IOException impossible) {
      throw new UncheckedIOException(impossible);
    }
    return io.github.hubgenealogy.explorer.web.Answer.page(text.toString());
  }

  private static io.github.hubgenealogy.explorer.web.Answer json(Dossier dossier) {
    StringWriter text = new StringWriter();
    try {
      JsonRecord.write(dossier, text);
    } catch (IOException impossible) {
      throw new UncheckedIOException(impossible);
    }
    byte[] body = text.toString().getBytes(StandardCharsets.UTF_8);
    return new io.github.hubgenealogy.explorer.web.Answer(
        200, "application/json", body, null, null);
  }

  private static io.github.hubgenealogy.explorer.web.Answer csv(Dossier dossier) {
    try {
      Path file = Files.createTempDirectory("record").resolve("record.zip");
      try (FileSystem zip = FileSystems.newFileSystem(file, Map.of("create", "true"))) {
        CsvRecord.write(dossier, zip.getPath("/"));
      }
      byte[] body = Files.readAllBytes(file);
      Files.delete(file);
      Files.delete(file.getParent());
      return new io.github.hubgenealogy.explorer.web.Answer(
          200, "application/zip", body, null, null);
    } catch (IOException lost) {
      throw new UncheckedIOException(lost);
    }
  }
}
