package io.github.hubgenealogy.simulator.hub;

/**
 * A file of a repository.
 *
 * @param bytes its size
 * @param sha256 of a large file, which lies apart from the repository; else null
 */
public record Sibling(String path, long bytes, String sha256) {
  /** Bytes of the pointer that stands for a large file. */
  public static final int POINTER_BYTES = 135;

  public boolean large() {
    return sha256 != null;
  }
}
