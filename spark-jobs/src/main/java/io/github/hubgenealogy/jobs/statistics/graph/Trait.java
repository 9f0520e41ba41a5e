package io.github.hubgenealogy.jobs.statistics.graph;

import java.util.Locale;

/** What a child may keep or change of its parent. */
public enum Trait {
  LICENSE,
  /** The licences by how much they permit: {@link LicenseGroup}. */
  LICENSE_GROUP,
  LANGUAGE,
  TASK,
  LIBRARY;

  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }
}
