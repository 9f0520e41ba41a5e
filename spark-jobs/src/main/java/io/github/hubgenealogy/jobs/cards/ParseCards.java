package io.github.hubgenealogy.jobs.cards;

import io.github.hubgenealogy.jobs.pipeline.JobsSettings;
import io.github.hubgenealogy.jobs.pipeline.Stage;
import io.github.hubgenealogy.jobs.pipeline.StageRun;
import io.github.hubgenealogy.jobs.tables.InternalRows;
import io.github.hubgenealogy.jobs.tables.Schemas;
import io.github.hubgenealogy.lake.contract.TableContract;
import io.github.hubgenealogy.lake.contract.TableContracts;
import io.github.hubgenealogy.lake.store.Snapshot;
import java.io.IOException;
import java.util.List;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;

/**
 * Stage parse-cards: one row a listed model, from its README where one was read, else from the
 * Hub's own parse.
 */
public final class ParseCards implements Stage {
  @Override
  public String name() {
    return "parse-cards";
  }

  @Override
  public List<TableContract> reads() {
    return List.of(TableContracts.RAW_MODELS);
  }

  @Override
  public List<TableContract> readsIfPresent() {
    return List.of(TableContracts.RAW_CARDS);
  }

  @Override
  public List<TableContract> writes() {
    return List.of(TableContracts.CARDS);
  }

  @Override
  public Object configuration(JobsSettings settings) {
    return settings.cards();
  }

  @Override
  public void run(StageRun run) throws IOException {
    run.write(
        TableContracts.CARDS, cards(run.spark(), run.tables().snapshot(), run.settings().cards()));
  }

  /**
   * The whole of the stage. It reads the files itself: both raw tables are sorted by the same key,
   * which Spark does not know, and would shuffle every README to find out.
   */
  static Dataset<Row> cards(SparkSession spark, Snapshot snapshot, JobsSettings.Cards limits)
      throws IOException {
    return InternalRows.dataset(
        spark,
        CardSplit.of(snapshot),
        new CardRows(snapshot.files(), limits),
        Schemas.nullable(TableContracts.CARDS));
  }
}
