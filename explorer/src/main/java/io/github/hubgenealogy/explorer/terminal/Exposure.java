package io.github.hubgenealogy.explorer.terminal;

import io.github.hubgenealogy.explorer.exposure.Answer;
import io.github.hubgenealogy.explorer.exposure.CardAddresses;
import io.github.hubgenealogy.explorer.exposure.Exposures;
import io.github.hubgenealogy.explorer.exposure.Shelf;
import io.github.hubgenealogy.explorer.filing.CsvRecord;
import io.github.hubgenealogy.explorer.filing.Dossier;
import io.github.hubgenealogy.explorer.filing.HtmlRecord;
import io.github.hubgenealogy.explorer.filing.JsonRecord;
import io.github.hubgenealogy.explorer.filing.Wording;
import io.github.hubgenealogy.explorer.store.Explorations;
import io.github.hubgenealogy.explorer.store.StoredGenealogy;
import io.github.hubgenealogy.lake.command.ExitCode;
import io.github.hubgenealogy.lake.command.Fault;
import io.github.hubgenealogy.lake.command.LakeOptions;
import io.github.hubgenealogy.lake.store.Lake;
import io.github.hubgenealogy.lake.store.Snapshot;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.function.Function;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Command exposure: everything that descends, and whom to write to. */
@Command(
    name = "exposure",
    mixinStandardHelpOptions = true,
    sortOptions = false,
    description = {
      "Everything that descends from models, or from what was trained on data sets: the way to each,",
      "what it carries, the evidence, who published it and how to reach them, and what could not be",
      "found. Prints the first rows; --csv, --json and --html write all of them to be filed.",
      "The files' columns: docs/exposure.md."
    })
public final class Exposure implements Callable<Integer> {
  @Spec private CommandSpec spec;
  @Mixin private LakeOptions lake;

  @Parameters(
      arity = "1..*",
      paramLabel = "ID",
      description = "models or data sets: ids, old names, or names that one owner alone has")
  private List<String> ids;

  @Option(
      names = "--all-snapshots",
      description =
          "over all published snapshots of the lake as one: deleted descendants were downloaded, too")
  private boolean all;

  @Option(names = "--csv", paramLabel = "DIR", description = "write CSV files into this folder")
  private Path csv;

  @Option(names = "--json", paramLabel = "FILE", description = "write JSON to this file")
  private Path json;

  @Option(names = "--html", paramLabel = "FILE", description = "write a page to be printed")
  private Path html;

  @Option(
      names = "--card-contacts",
      paramLabel = "N",
      defaultValue = "0",
      description =
          "look for addresses in the cards of the first N publishers, which are read from the lake")
  private int cardContacts;

  @Option(
      names = "--rows",
      paramLabel = "N",
      defaultValue = "10",
      description = "how many rows of each part are printed (default: ${DEFAULT-VALUE})")
  private int rows;

  @Option(
      names = "--language",
      paramLabel = "LANGUAGE",
      defaultValue = "en",
      description = "of what is printed and of the page: en or fr (default: ${DEFAULT-VALUE})")
  private Wording.Language language;

  @Override
  public Integer call() throws IOException {
    List<Snapshot> snapshots = snapshots();
    try {
      if (snapshots.size() > 1) {
        // One at a time, since memory may not hold the graphs of all of them.
        answer(Shelf.of(snapshots.size(), number -> Explorations.open(snapshots.get(number))));
      } else {
        try (StoredGenealogy sole = Explorations.open(snapshots.get(0))) {
          answer(Shelf.of(List.of(sole)));
        }
      }
    } catch (UncheckedIOException failed) {
      throw failed.getCause();
    }
    return ExitCode.DONE.number();
  }

  private void answer(Shelf shelf) throws IOException {
    Answer answer = new Exposures(shelf).answer(ids);
    if (cardContacts > 0) {
      answer = shelf.readNewest(withCardAddresses(answer));
    }
    Wording words = new Wording(language);
    new ExposureText(spec.commandLine().getOut(), words, Math.max(0, rows)).print(answer);
    file(
        new Dossier(answer, typed(), Clock.systemUTC().instant().truncatedTo(ChronoUnit.SECONDS)),
        words);
  }

  private Function<StoredGenealogy, Answer> withCardAddresses(Answer answer) {
    return newest -> {
      try {
        Snapshot snapshot = lake.lake().snapshot(newest.snapshot().id());
        return CardAddresses.added(answer, snapshot, newest, cardContacts);
      } catch (IOException failed) {
        throw new UncheckedIOException(failed);
      }
    };
  }

  private List<Snapshot> snapshots() throws IOException {
    Lake from = lake.lake();
    if (!all) {
      return List.of(from.forReading(lake.snapshotId()));
    }
    if (lake.snapshotId() != null) {
      throw Fault.badInput(
          "one snapshot and all of them are asked for",
          "--snapshot and --all-snapshots",
          "Give one of the two.");
    }
    List<Snapshot> published = from.published();
    // The one that is not there names what is.
    return published.isEmpty() ? List.of(from.forReading(null)) : published;
  }

  private void file(Dossier dossier, Wording words) throws IOException {
    try {
      if (csv != null) {
        CsvRecord.write(dossier, csv);
        said(csv);
      }
      if (json != null) {
        try (Writer out = Files.newBufferedWriter(json, StandardCharsets.UTF_8)) {
          JsonRecord.write(dossier, out);
        }
        said(json);
      }
      if (html != null) {
        try (Writer out = Files.newBufferedWriter(html, StandardCharsets.UTF_8)) {
          HtmlRecord.write(dossier, words, out);
        }
        said(html);
      }
    } catch (FileSystemException refused) {
      throw Fault.badInput(
          "the record cannot be written (" + refused.getClass().getSimpleName() + ")",
          String.valueOf(refused.getFile()),
          "Name a folder that is there and can be written.");
    }
  }

  private void said(Path written) {
    spec.commandLine().getErr().println("written: " + written);
  }

  /** The command as it can be typed again. */
  private String typed() {
    List<String> words = new ArrayList<>(List.of("hubgen"));
    spec.commandLine().getParseResult().originalArgs().forEach(word -> words.add(quoted(word)));
    return String.join(" ", words);
  }

  private static String quoted(String word) {
    return word.matches("[A-Za-z0-9._/=:-]+") ? word : "'" + word.replace("'", "'\\''") + "'";
  }
}
