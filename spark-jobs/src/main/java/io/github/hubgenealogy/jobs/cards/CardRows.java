package io.github.hubgenealogy.jobs.cards;

import static io.github.hubgenealogy.jobs.tables.Columns.*;

import io.github.hubgenealogy.jobs.pipeline.JobsSettings;
import io.github.hubgenealogy.lake.contract.TableContracts;
import io.github.hubgenealogy.lake.store.LakeFiles;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
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
    return new Merged(models, readmes, new CardRow(limits));
  }

  private static void close(KeyedRows rows) {
    try {
      rows.close();
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }

  /** Two sorted sequences, met by their keys. */
  private static final class Merged implements Iterator<InternalRow> {
    private final KeyedRows models;
    private final KeyedRows readmes;
    private final CardRow row;
    private Object[] model;
    private Object[] readme;
    private boolean started;

    Merged(KeyedRows models, KeyedRows readmes, CardRow row) {
      this.models = models;
      this.readmes = readmes;
      this.row = row;
    }

    @Override
    public boolean hasNext() {
      try {
        if (!started) {
          started = true;
          readme = readmes.next();
          model = models.next();
        }
      } catch (IOException unreadable) {
        throw new UncheckedIOException(unreadable);
      }
      return model != null;
    }

    @Override
    public InternalRow next() {
      if (!hasNext()) {
        throw new NoSuchElementException();
      }
      try {
        int order = -1;
        while (readme != null && (order = compare(readme, model)) < 0) {
          readme = readmes.next();
        }
        InternalRow made = row.of(model, readme != null && order == 0 ? readme : null);
        model = models.next();
        return made;
      } catch (IOException unreadable) {
        throw new UncheckedIOException(unreadable);
      }
    }

    private static int compare(Object[] a, Object[] b) {
      return Arrays.compareUnsigned((byte[]) a[0], (byte[]) b[0]);
    }
  }
}
