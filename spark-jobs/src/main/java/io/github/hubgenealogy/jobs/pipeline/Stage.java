package io.github.hubgenealogy.jobs.pipeline;

import io.github.hubgenealogy.lake.contract.TableContract;
import java.io.IOException;
import java.util.List;

/** One step of the pipeline: it reads tables that exist and writes tables that do not. */
public interface Stage {
  /** The name, as {@code --from} and {@code --to} take it and the Spark UI shows it. */
  String name();

  /** Tables it needs. */
  List<TableContract> reads();

  /** Tables it uses where they are there. */
  default List<TableContract> readsIfPresent() {
    return List.of();
  }

  /** Tables it writes. */
  List<TableContract> writes();

  /** A folder it seals beside or instead of tables, or null. */
  default String folder() {
    return null;
  }

  /** The settings that change what it writes; part of the fingerprint, so it prints them all. */
  default Object configuration(JobsSettings settings) {
    return "";
  }

  /** Whether what it writes depends on the published snapshot before this one. */
  default boolean readsPredecessor() {
    return false;
  }

  /** Does it. */
  void run(StageRun run) throws IOException;
}
