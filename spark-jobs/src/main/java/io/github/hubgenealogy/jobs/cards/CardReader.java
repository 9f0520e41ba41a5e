package io.github.hubgenealogy.jobs.cards;

import io.github.hubgenealogy.jobs.pipeline.JobsSettings;
import io.github.hubgenealogy.jobs.prose.TextParents;
import java.util.List;

/**
 * Reads one card after another: whatever the bytes are, the outcome is a status within the limits.
 * Not for several threads.
 */
public final class CardReader {
  private final JobsSettings.Cards limits;
  private final NodeReader nodes;

  public CardReader(JobsSettings.Cards limits) {
    this.limits = limits;
    this.nodes = new NodeReader(limits);
  }

  /**
   * Reads a README.
   *
   * @param truncated whether only its beginning is there
   */
  public ReadCard readme(byte[] bytes, boolean truncated) {
    CardText card = CardText.of(bytes, truncated);
    String text = card.text();
    if (text == null) {
      return new ReadCard(
          ParseStatus.UNDECODABLE,
          "no known encoding",
          null,
          -1,
          -1,
          -1,
          DeclaredCard.NOTHING,
          null,
          List.of());
    }
    FrontMatter matter = FrontMatter.find(text);
    String body = text.substring(matter.bodyFrom());
    if (matter.status() != ParseStatus.OK) {
      ParseStatus status =
          matter.status() == ParseStatus.UNCLOSED && truncated
              ? ParseStatus.TOO_LARGE
              : matter.status();
      return read(status, null, card, -1, body, DeclaredCard.NOTHING);
    }
    String yaml = text.substring(matter.from(), matter.to());
    long bytesOfYaml = utf8Length(yaml);
    if (bytesOfYaml > limits.maxFrontMatterBytes()) {
      return read(
          ParseStatus.TOO_LARGE,
          "more than " + limits.maxFrontMatterBytes() + " bytes",
          card,
          bytesOfYaml,
          body,
          DeclaredCard.NOTHING);
    }
    NodeReader.Result result = nodes.readYaml(yaml);
    ParseStatus status = statusOf(result);
    DeclaredCard declared =
        status == ParseStatus.OK
            ? CardFields.of((Node.Entries) result.root())
            : DeclaredCard.NOTHING;
    return read(status, result.remark(), card, bytesOfYaml, body, declared);
  }

  /** Reads the Hub's own parse of a card, JSON; null where it is none. */
  public DeclaredCard cardData(String json) {
    NodeReader.Result result = nodes.readJson(json);
    return statusOf(result) == ParseStatus.OK ? CardFields.of((Node.Entries) result.root()) : null;
  }

  private static ParseStatus statusOf(NodeReader.Result result) {
    if (result.status() != ParseStatus.OK) {
      return result.status();
    }
    if (result.root() instanceof Node.Nothing) {
      return ParseStatus.EMPTY;
    }
    return result.root() instanceof Node.Entries ? ParseStatus.OK : ParseStatus.NOT_A_MAPPING;
  }

  private static ReadCard read(
      ParseStatus status,
      String remark,
      CardText card,
      long bytes,
      String body,
      DeclaredCard declared) {
    return new ReadCard(
        status,
        remark,
        card.encoding(),
        bytes,
        card.text().length(),
        body.length(),
        declared,
        GeneratedBy.of(declared.tags(), declared.libraryName(), declared.unknownKeys(), body),
        TextParents.statements(body));
  }

  private static long utf8Length(String text) {
    long length = 0;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c < 0x80) {
        length++;
      } else if (c < 0x800) {
        length += 2;
      } else if (Character.isHighSurrogate(c)
          && i + 1 < text.length()
          && Character.isLowSurrogate(text.charAt(i + 1))) {
        length += 4;
        i++;
      } else {
        length += 3;
      }
    }
    return length;
  }
}
