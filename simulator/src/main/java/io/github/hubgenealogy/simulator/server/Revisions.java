package io.github.hubgenealogy.simulator.server;

import io.github.hubgenealogy.simulator.hub.Repository;

/** Which revisions of a repository there are. */
final class Revisions {
  private Revisions() {}

  static boolean exists(Repository repository, String revision) {
    return isHead(repository, revision) || repository.hasRevision(revision);
  }

  static boolean isHead(Repository repository, String revision) {
    return revision.equals("main")
        || revision.equals("HEAD")
        || revision.equals("refs/heads/main")
        || revision.equals(repository.sha());
  }

  /** The commit that a revision is. */
  static String commit(Repository repository, String revision) {
    return isHead(repository, revision) ? repository.sha() : revision;
  }
}
