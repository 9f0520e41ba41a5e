package io.github.hubgenealogy.explorer.web.api;

import io.github.hubgenealogy.explorer.genealogy.Genealogy;
import io.github.hubgenealogy.explorer.web.Answer;
import io.github.hubgenealogy.explorer.web.export.CsvExport;
import io.github.hubgenealogy.explorer.web.export.GraphMlExport;
import io.github.hubgenealogy.explorer.web.export.MlBomExport;
import java.util.List;
import java.util.Set;

/** What is shown of a genealogy, as a file. */
final class ExportQuestion {
  private static final String FORMAT = "format";
  private static final Set<String> FORMATS = Set.of("csv", "json", "graphml", "cyclonedx");
  private static final int LONGEST_NAME = 80;

  private ExportQuestion() {}

  static Endpoint endpoint() {
    return new Endpoint(LineageQuestion.parameters(FORMAT), ExportQuestion::answer);
  }

  private static Answer answer(List<Genealogy> views, Parameters given) {
    Genealogy view = Endpoint.newest(views);
    String format = given.oneOf(FORMAT, FORMATS, "json");
    Lineage lineage = LineageQuestion.answer(view, given);
    String name = fileName(lineage.model().id());
    return switch (format) {
      case "csv" -> Answer.text("text/csv", CsvExport.of(lineage)).file(name + ".csv");
      case "graphml" ->
          Answer.text("application/graphml+xml", GraphMlExport.of(lineage)).file(name + ".graphml");
      case "cyclonedx" ->
          new Answer(
              200,
              "application/vnd.cyclonedx+json; version=1.6",
              MlBomExport.of(lineage, view.sheet(lineage.model().id()), view.snapshot()),
              name + ".cdx.json",
              null);
      default -> Answer.json(lineage).file(name + ".json");
    };
  }

  /** Letters and digits of the id, and nothing that a file system or a header reads otherwise. */
  static String fileName(String id) {
    String plain = id.replaceAll("[^A-Za-z0-9._-]+", "--").replaceFirst("^[.-]+", "");
    String shortened = plain.length() > LONGEST_NAME ? plain.substring(0, LONGEST_NAME) : plain;
    return shortened.isEmpty() ? "model" : shortened;
  }
}
