package io.github.hubgenealogy.jobs.edges;

import io.github.hubgenealogy.jobs.policy.Relation;
import io.github.hubgenealogy.jobs.policy.Source;
import io.github.hubgenealogy.jobs.prose.ProseRule;

/**
 * What somebody wrote where a parent belongs.
 *
 * @param source a {@link Source} or a source of succession
 * @param position in the source's own list
 * @param relation what was said of it, or null
 * @param parentKey the Hub's key of the parent, where the source is the Hub
 * @param rule of the prose, or null
 */
record Claim(
    String source, int position, String text, Relation relation, String parentKey, String rule) {

  static Claim of(String source, int position, String text, Relation relation) {
    return new Claim(source, position, text, relation, null, null);
  }

  /** A claim of the prose, with the rule that read it. */
  static Claim ofText(int position, String text, ProseRule rule) {
    return new Claim(Source.TEXT.word(), position, text, rule.relation(), null, rule.word());
  }
}
