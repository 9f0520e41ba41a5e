package io.github.hubgenealogy.explorer.web.api;

import io.github.hubgenealogy.explorer.genealogy.SnapshotFacts;

/**
 * What stands at the head of every answer: which data it is of. What is simulated says so.
 *
 * @param origin hub, import, corpus or simulated
 */
public record Head(String id, String origin, String manifestSha256) {
  static Head of(SnapshotFacts facts) {
    return new Head(facts.id(), facts.origin(), facts.manifestSha256());
  }
}
