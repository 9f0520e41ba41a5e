package io.github.hubgenealogy.simulator.ecosystem;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** What is true beside parents: old names, copies and successors, training data, who is there. */
public final class OtherTruth {
  private final Ecosystem ecosystem;

  public OtherTruth(Ecosystem ecosystem) {
    this.ecosystem = ecosystem;
  }

  /** The name that a listed model had before, or null. */
  public String oldId(int model) {
    Names names = ecosystem.names();
    return names.renamed(model) ? names.oldId(model) : null;
  }

  /** Whether a parent that is not listed answers for itself. */
  public String presence(int target) {
    return isUnlisted(target) ? "unlisted" : "absent";
  }

  private boolean isUnlisted(int target) {
    return target <= -2 && ecosystem.deleted().unlisted(-2 - target);
  }

  /** The key of a parent that is not listed but answers, or null. */
  public String unlistedKey(int target) {
    return isUnlisted(target) ? ecosystem.keyOfDeleted(-2 - target) : null;
  }

  public String datasetKey(int dataset) {
    return ecosystem.keyOfDataset(dataset);
  }

  /** Copies and successors that a readable card names. */
  public List<Succession> succession(SimulatedModel model) {
    List<Succession> steps = new ArrayList<>(2);
    if (model.readable()) {
      FrontMatter frontMatter = ecosystem.frontMatter();
      int successor = frontMatter.successor(model.number());
      if (successor >= 0) {
        steps.add(new Succession("new_version", ecosystem.names().id(successor), "exact"));
      }
      int original = frontMatter.original(model.number());
      if (original >= 0) {
        steps.add(new Succession("duplicated_from", ecosystem.names().id(original), "exact"));
      }
    }
    return steps;
  }

  /** What a model names as training data, in its card and in its tags. */
  public List<DatasetClaim> datasetClaims(SimulatedModel model) {
    List<DatasetClaim> claims = new ArrayList<>();
    if (!model.readable()) {
      return claims;
    }
    List<DatasetReference> named = model.datasets();
    for (int i = 0; i < named.size(); i++) {
      claims.add(claim("card", i, named.get(i)));
    }
    List<String> tags = model.tags().tags();
    for (int i = 0; i < tags.size(); i++) {
      for (DatasetReference reference : named) {
        if (tags.get(i).equals("dataset:" + reference.text())) {
          claims.add(claim("tag", i, reference));
          break;
        }
      }
    }
    return claims;
  }

  private DatasetClaim claim(String source, int position, DatasetReference reference) {
    String dataset =
        switch (reference.resolution()) {
          case EXACT, CASE_FOLDED, UNIQUE_NAME -> ecosystem.datasets().id(reference.dataset());
          case ABSENT -> reference.text();
          case BARE_NAME -> null;
        };
    String resolution = reference.resolution().name().toLowerCase(Locale.ROOT);
    return new DatasetClaim(source, position, reference.text(), dataset, resolution);
  }
}
