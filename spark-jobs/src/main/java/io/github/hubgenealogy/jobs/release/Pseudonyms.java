package io.github.hubgenealogy.jobs.release;

import io.github.hubgenealogy.lake.id.ModelId;
import java.io.Serializable;
import java.util.Set;

/**
 * Names for people and repositories that nobody can lead back without the key: the same for the
 * same name in every table and every release. Organisations keep their name; names of repositories,
 * being unique, are replaced for all. What a tombstone covers gets a name of this release alone, so
 * that no earlier release leads to it.
 */
public final class Pseudonyms implements Serializable {
  private static final long serialVersionUID = 1L;

  private final ReleaseKey key;
  private final String snapshot;
  private final Set<String> organisations;
  private final Tombstones tombstones;

  /**
   * Prepares.
   *
   * @param organisations their names, ASCII case folded
   */
  public Pseudonyms(
      ReleaseKey key, String snapshot, Set<String> organisations, Tombstones tombstones) {
    this.key = key;
    this.snapshot = snapshot;
    this.organisations = Set.copyOf(organisations);
    this.tombstones = tombstones;
  }

  /** Whether an owner is published by name. */
  public boolean isOrganisation(String owner) {
    return organisations.contains(ModelId.caseFold(owner));
  }

  /** An owner's name in the release. */
  public String owner(String name) {
    return name == null || isOrganisation(name) ? name : "u-" + key.pseudonym("owner", name);
  }

  /** A model's id in the release. */
  public String model(String id) {
    return repository("model", "m-", id);
  }

  /** A dataset's id in the release. */
  public String dataset(String id) {
    return repository("dataset", "d-", id);
  }

  private String repository(String kind, String prefix, String id) {
    if (id == null) {
      return null;
    }
    if (tombstones.covers(id)) {
      return "gone-" + key.pseudonym("gone " + kind, snapshot + "\0" + id);
    }
    String name = prefix + key.pseudonym(kind, id);
    int slash = id.indexOf('/');
    return slash > 0 && id.indexOf('/', slash + 1) < 0
        ? owner(id.substring(0, slash)) + "/" + name
        : name;
  }

  @Override
  public String toString() {
    return "pseudonyms";
  }
}
