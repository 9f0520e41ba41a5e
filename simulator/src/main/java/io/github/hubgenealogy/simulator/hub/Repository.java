package io.github.hubgenealogy.simulator.hub;

import io.github.hubgenealogy.simulator.json.JsonBytes;
import java.util.List;

/** One model or dataset as the Hub holds it at this moment. */
public interface Repository {
  /** The Hub's own key, 24 hexadecimal digits. */
  String key();

  String id();

  /** The head of main. */
  String sha();

  Access access();

  /** The README's bytes at the head, or null where there is none. */
  byte[] readme();

  List<String> tags();

  /** The task, or null where it has none. */
  String pipelineTag();

  /** How many parameters it has, or 0 where nothing says so. */
  long parameters();

  /**
   * Writes a field's value.
   *
   * @return false where the record lacks the field, and nothing lasting was written
   */
  boolean write(Field field, JsonBytes json);

  /** Whether a revision other than the head and main exists: an older commit. */
  default boolean hasRevision(String revision) {
    return false;
  }

  /** The README's bytes at a revision that exists. */
  default byte[] readmeAt(String revision) {
    return readme();
  }

  /** The bytes of another small file of the repository, or null where there is none. */
  default byte[] file(String path) {
    return null;
  }

  /** The files, as far as their sizes are known. */
  default List<Sibling> siblings() {
    return List.of();
  }
}
