package io.github.hubgenealogy.explorer.filing;

import com.fasterxml.jackson.core.JsonGenerator;
import io.github.hubgenealogy.explorer.exposure.Answer;
import java.io.IOException;
import java.io.Writer;
import java.time.Instant;
import java.util.List;

/** An answer as one JSON document; descendants are written one by one, so size costs no memory. */
public final class JsonRecord {
  private JsonRecord() {}

  /** What stands before the answer's own fields. */
  private record Document(
      String command, Instant answeredAt, String policy, List<String> limits, Answer answer) {}

  /** Writes; the writer stays open. */
  public static void write(Dossier dossier, Writer out) throws IOException {
    Wording words = new Wording(Wording.Language.EN);
    Json.mapper()
        .writer()
        .without(JsonGenerator.Feature.AUTO_CLOSE_TARGET)
        .writeValue(
            out,
            new Document(
                dossier.command(),
                dossier.answeredAt(),
                words.text("policy"),
                words.limits(),
                dossier.answer()));
    out.write('\n');
  }
}
