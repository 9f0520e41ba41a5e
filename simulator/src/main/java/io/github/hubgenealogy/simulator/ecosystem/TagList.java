package io.github.hubgenealogy.simulator.ecosystem;

import java.util.ArrayList;
import java.util.List;

/** A model's tags, each once, with what those about parents mean. */
final class TagList {
  private static final String PREFIX = "base_model:";

  /**
   * A tag about a parent.
   *
   * @param position its index among all tags
   * @param relation the relation in it, or null
   */
  record About(int position, String relation, Reference reference) {}

  private final List<String> tags = new ArrayList<>(20);
  private final List<About> about = new ArrayList<>(4);

  void add(String tag) {
    if (tag != null && !tag.isEmpty() && !tags.contains(tag)) {
      tags.add(tag);
    }
  }

  /** Adds the tag about a parent, with or without a relation. */
  void parent(String relation, Reference reference) {
    String tag = text(relation, reference);
    if (!tags.contains(tag)) {
      about.add(new About(tags.size(), relation, reference));
      tags.add(tag);
    }
  }

  static String text(String relation, Reference reference) {
    return relation == null
        ? PREFIX + reference.text()
        : PREFIX + relation + ':' + reference.text();
  }

  List<String> tags() {
    return tags;
  }

  List<About> about() {
    return about;
  }
}
