package io.github.hubgenealogy.jobs.cards;

import io.github.hubgenealogy.jobs.pipeline.JobsSettings;
import java.nio.charset.StandardCharsets;

/** Reads a front matter the short way where that is possible, else in full. One thread's. */
public final class YamlReader {
  private final PlainYaml plain;
  private final NodeReader full;

  public YamlReader(JobsSettings.Cards limits) {
    this.plain = new PlainYaml(limits);
    this.full = new NodeReader(limits);
  }

  /** Reads the text between the fences. */
  public NodeReader.Result read(String yaml) {
    Node.Entries root = plain.read(yaml.getBytes(StandardCharsets.UTF_8));
    return root == null
        ? full.readYaml(yaml)
        : new NodeReader.Result(ParseStatus.OK, root, null, 0);
  }

  /** Reads the Hub's own parse, which is JSON. */
  NodeReader.Result readJson(String json) {
    return full.readJson(json);
  }
}
