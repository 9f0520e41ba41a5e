package io.github.hubgenealogy.explorer.exposure;

import io.github.hubgenealogy.explorer.genealogy.Carries;
import io.github.hubgenealogy.explorer.genealogy.SnapshotFacts;
import java.util.List;
import java.util.Map;

/**
 * The whole answer to one question.
 *
 * @param snapshots all that were read, the oldest first
 * @param descendants by what they carry, then distance, most downloads first, then id; a row is
 *     made when it is asked for, so that 200,000 of them cost no memory
 * @param totals how many descendants by what they carry
 * @param ancestors nearest first, then by id
 * @param publishers most models first, then by name
 */
public record Answer(
    List<SnapshotFacts> snapshots,
    List<Asked> asked,
    List<Relative> descendants,
    Map<Carries, Integer> totals,
    List<Relative> ancestors,
    List<DatasetUsed> datasets,
    List<Publisher> publishers,
    List<ToCheck> toCheck,
    List<Candidate> candidates,
    Coverage coverage) {

  public SnapshotFacts newest() {
    return snapshots.get(snapshots.size() - 1);
  }

  /** The same with other publishers. */
  Answer with(List<Publisher> others) {
    return new Answer(
        snapshots,
        asked,
        descendants,
        totals,
        ancestors,
        datasets,
        others,
        toCheck,
        candidates,
        coverage);
  }

  /** Whether any snapshot is of a simulated Hub: then all names are invented. */
  public boolean simulated() {
    return snapshots.stream().anyMatch(facts -> facts.origin().equals("simulated"));
  }
}
