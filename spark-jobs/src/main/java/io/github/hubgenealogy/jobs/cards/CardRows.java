package io.github.hubgenealogy.jobs.cards;

import static io.github.hubgenealogy.jobs.tables.Columns.*;

import io.github.hubgenealogy.jobs.pipeline.JobsSettings;
import io.github.hubgenealogy.jobs.tables.KeyedRows;
import io.github.hubgenealogy.lake.contract.TableContracts;
import io.github.hubgenealogy.lake.store.LakeFiles;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Iterator;
import java.util.List;
import org.apache.spark.TaskContext;
import org.apache.spark.api.java.function.FlatMapFunction;
import org.apache.spark.sql.catalyst.InternalRow;

/**
 * The rows of table cards for one split after another: each listed model with the README of the
 * same key, where there is one, both read in the order of their keys. The row that it gives is the
 * same object each time.
 */
final class CardRows implements FlatMapFunction<CardSplit, InternalRow> {
  private static final long serialVersionUID = 1L;
  private static final List<String> MODEL_COLUMNS = List.of(KEY_ID, ID, CARD_DATA);
  private static final List<String> README_COLUMNS =
      List.of(KEY_ID, SHA, STATUS, TRUNCATED, CONTENT);

  private final LakeFiles files;
  private final JobsSettings.Cards limits;

  CardRows(LakeFiles files, JobsSettings.Cards limits) {
    this.files = files;
    this.limits = limits;
  }

  @Override
  public Iterator<InternalRow> call(CardSplit split) {
    KeyedRows models =
        new KeyedRows(
            files, TableContracts.RAW_MODELS, split.models(), MODEL_COLUMNS, split.span());
    KeyedRows readmes =
        new KeyedRows(files, TableContracts.RAW_CARDS, split.cards(), README_COLUMNS, split.span());
    TaskContext.get()
        .addTaskCompletionListener(
            task -> {
              close(models);
              close(readmes);
            });
    return new MergedRows(models, readmes, new ModelRows(limits));
  }

  private static void close(KeyedRows rows) {
    try {
      rows.close();
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }
}
