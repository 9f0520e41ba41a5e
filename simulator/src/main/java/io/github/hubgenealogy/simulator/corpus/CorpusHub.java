package io.github.hubgenealogy.simulator.corpus;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import io.github.hubgenealogy.lake.command.Fault;
import io.github.hubgenealogy.lake.store.Origin;
import io.github.hubgenealogy.simulator.hub.Account;
import io.github.hubgenealogy.simulator.hub.Hub;
import io.github.hubgenealogy.simulator.hub.Shelf;
import java.io.BufferedInputStream;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.zip.GZIPInputStream;

/** A Hub that holds the models of a file, and no datasets. */
public final class CorpusHub implements Hub {
  private static final String REMEDY =
      "A corpus is one JSON object a line with an id, plain or compressed with gzip.";

  private final CorpusShelf models;
  private final CorpusShelf datasets = new CorpusShelf(List.of());

  private CorpusHub(List<Line> lines) {
    this.models = new CorpusShelf(lines);
  }

  /** Reads a corpus whole. */
  public static CorpusHub of(Path file) {
    List<Line> lines = new ArrayList<>();
    Set<String> ids = new HashSet<>();
    int number = 0;
    try (BufferedReader reader = open(file)) {
      for (String text = reader.readLine(); text != null; text = reader.readLine()) {
        number++;
        if (!text.isBlank()) {
          Line line = line(text);
          if (line.id().isEmpty() || !ids.add(line.id())) {
            throw bad(file, number, "without an id, or with one that came before");
          }
          lines.add(line);
        }
      }
    } catch (JsonProcessingException notJson) {
      throw bad(file, number, "that is no JSON");
    } catch (IOException unreadable) {
      throw Fault.badInput("cannot read the corpus", file.toString(), REMEDY);
    }
    return new CorpusHub(lines);
  }

  private static Line line(String text) throws IOException {
    JsonNode json = Line.JSON.readTree(text);
    return Line.of(json);
  }

  private static Fault bad(Path file, int number, String what) {
    return Fault.badInput("the corpus has a line " + what, file + ":" + number, REMEDY);
  }

  private static BufferedReader open(Path file) throws IOException {
    InputStream bytes = new BufferedInputStream(Files.newInputStream(file), 1 << 16);
    bytes.mark(2);
    boolean gzip = bytes.read() == 0x1f && bytes.read() == 0x8b;
    bytes.reset();
    InputStream plain = gzip ? new GZIPInputStream(bytes, 1 << 16) : bytes;
    return new BufferedReader(new InputStreamReader(plain, StandardCharsets.UTF_8));
  }

  @Override
  public Origin origin() {
    return Origin.CORPUS;
  }

  @Override
  public Shelf models() {
    return models;
  }

  @Override
  public Shelf datasets() {
    return datasets;
  }

  /** Whether an owner is an organisation, no corpus says: all are users. */
  @Override
  public Account account(String name) {
    return models.account(name);
  }
}
