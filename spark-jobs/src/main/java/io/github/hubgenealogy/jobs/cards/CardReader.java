package io.github.hubgenealogy.jobs.cards;

import io.github.hubgenealogy.jobs.pipeline.JobsSettings;
import io.github.hubgenealogy.jobs.prose.ProseReading;
import io.github.hubgenealogy.jobs.prose.TextParents;
import java.util.List;

/**
 * Reads one card after another: whatever the bytes are, the outcome is a status within the limits.
 * Not for several threads.
 */
public final class CardReader {
  private final JobsSettings.Cards limits;
  private final YamlReader yaml;

  public CardReader(JobsSettings.Cards limits) {
    this.limits = limits;
    this.yaml = new YamlReader(limits);
  }

  /**
   * Reads a README.
   *
   * @param truncated whether only its beginning is there
   */
  public ReadCard readme(byte[] bytes, boolean truncated) {
    if (bytes.length > limits.maxCardBytes()) {
      return unread(
          ParseStatus.TOO_LARGE, "a card of more than " + limits.maxCardBytes() + " bytes");
    }
    CardText card = CardText.of(bytes, truncated);
    String text = card.text();
    if (text == null) {
      return unread(ParseStatus.UNDECODABLE, "no known encoding");
    }
    FrontMatter matter = FrontMatter.find(text);
    String body = text.substring(matter.bodyFrom());
    if (matter.status() != ParseStatus.OK) {
      ParseStatus status =
          matter.status() == ParseStatus.UNCLOSED && truncated
              ? ParseStatus.TOO_LARGE
              : matter.status();
      return read(status, Fences.remark(text, matter), card, -1, body, DeclaredCard.NOTHING);
    }
    long bytesOfYaml = utf8Length(text, matter.from(), matter.to());
    if (bytesOfYaml > limits.maxFrontMatterBytes()) {
      return read(
          ParseStatus.TOO_LARGE,
          "more than " + limits.maxFrontMatterBytes() + " bytes",
          card,
          bytesOfYaml,
          body,
          DeclaredCard.NOTHING);
    }
    String remark = Fences.remark(text, matter);
    NodeReader.Result result = yaml.read(text.substring(matter.from(), matter.to()));
    ParseStatus status = statusOf(result);
    return read(
        status,
        result.remark() == null ? remark : result.remark(),
        card,
        bytesOfYaml,
        body,
        status == ParseStatus.OK ? declared(result) : DeclaredCard.NOTHING);
  }

  private DeclaredCard declared(NodeReader.Result result) {
    return CardFields.of(
        (Node.Entries) result.root(), result.overwritten(), limits.maxModelIndexValues());
  }

  /** The length in UTF-8; the text holds no halves of surrogate pairs. */
  private static long utf8Length(String text, int from, int to) {
    long length = (long) to - from;
    for (int i = from; i < to; i++) {
      char c = text.charAt(i);
      length += c < 0x80 ? 0 : c < 0x800 || Character.isSurrogate(c) ? 1 : 2;
    }
    return length;
  }

  /** Reads the Hub's own parse of a card, JSON; null where it is none. */
  public DeclaredCard cardData(String json) {
    NodeReader.Result result = yaml.readJson(json);
    return statusOf(result) == ParseStatus.OK ? declared(result) : null;
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

  private static ReadCard unread(ParseStatus status, String remark) {
    return new ReadCard(status, remark, null, -1, -1, -1, DeclaredCard.NOTHING, null, List.of());
  }

  private ReadCard read(
      ParseStatus status,
      String remark,
      CardText card,
      long bytes,
      String body,
      DeclaredCard declared) {
    ProseReading prose = TextParents.read(body, limits.maxUnbrokenChars());
    return new ReadCard(
        status,
        withLines(remark, prose.unsearchedLines()),
        card.encoding(),
        bytes,
        card.text().length(),
        body.length(),
        declared,
        GeneratedBy.of(declared.tags(), declared.libraryName(), declared.unknownKeys(), body),
        prose.statements());
  }

  /** The remark, with how many lines of prose were too long to be searched. */
  private String withLines(String remark, int lines) {
    if (lines == 0) {
      return remark;
    }
    String said =
        lines
            + (lines == 1 ? " line" : " lines")
            + " of prose of more than "
            + limits.maxUnbrokenChars()
            + " characters not searched";
    return remark == null ? said : remark + "; " + said;
  }
}
