package io.github.hubgenealogy.crawler.card;

import io.github.hubgenealogy.crawler.RawColumns;
import io.github.hubgenealogy.crawler.packed.PackedCells;
import io.github.hubgenealogy.crawler.packed.RowSource;
import io.github.hubgenealogy.lake.contract.TableContracts;
import io.github.hubgenealogy.lake.id.ModelId;
import io.github.hubgenealogy.lake.rows.TableFileReader;
import io.github.hubgenealogy.lake.rows.TableRows;
import io.github.hubgenealogy.lake.store.Snapshot;
import java.io.IOException;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;

/**
 * Joins the listed models with the cards of one earlier snapshot, both in the order of their keys.
 * Each file is first read without its READMEs; only one in which something is of use is read whole.
 * Memory: one file's hits, a few hundred bytes each, and a row group.
 */
final class EarlierCards {
  private final Snapshot snapshot;
  private final RowSource models;
  private final BitSet settled;
  private ListedModel model;
  private int place = -1;

  /** A card of the earlier snapshot that is of use for a model. */
  private record Hit(ListedModel model, int place, EarlierCard card, EarlierCard.Use use) {}

  /** Receives what is of use, in the order of the keys. */
  interface Sink {
    /**
     * A row to copy.
     *
     * @param card all columns of raw/cards
     */
    void copy(ListedModel model, Object[] card) throws IOException;

    /** A README of another commit. */
    void askWhetherChanged(ListedModel model, CardQuestion.Known known) throws IOException;
  }

  /**
   * Prepares.
   *
   * @param models rows of {@link CardWork#CONTRACT}, in the order of their keys
   * @param settled the places of the models for which something was found before; added to
   */
  EarlierCards(Snapshot snapshot, RowSource models, BitSet settled) {
    this.snapshot = snapshot;
    this.models = models;
    this.settled = settled;
  }

  /** Looks through the whole snapshot. */
  void find(Sink sink) throws IOException {
    advance();
    try (TableRows listed =
        new TableRows(
            snapshot, TableContracts.RAW_MODELS, List.of(RawColumns.KEY, RawColumns.SHA))) {
      Object[] was = listed.next();
      for (String path : snapshot.dataPaths(TableContracts.RAW_CARDS)) {
        List<Hit> hits = new ArrayList<>();
        try (TableFileReader cards =
            new TableFileReader(
                snapshot.files(), path, TableContracts.RAW_CARDS, EarlierCard.COLUMNS)) {
          int number = 0;
          for (Object[] row = cards.next(); row != null; row = cards.next()) {
            String key = (String) row[0];
            while (was != null && order((String) was[0], key) < 0) {
              was = listed.next();
            }
            boolean known = was != null && was[0].equals(key);
            match(EarlierCard.of(number++, row, known ? (String) was[1] : null), hits);
          }
        }
        if (!hits.isEmpty()) {
          read(path, hits, sink);
        }
      }
    }
  }

  private static int order(String left, String right) {
    return ModelId.UTF8_ORDER.compare(left, right);
  }

  private void advance() throws IOException {
    PackedCells row = models.next();
    model = row == null ? null : ListedModel.of(row);
    place++;
  }

  private void match(EarlierCard card, List<Hit> hits) throws IOException {
    while (model != null && order(model.key(), card.key()) < 0) {
      advance();
    }
    if (model == null || !model.key().equals(card.key()) || settled.get(place)) {
      return;
    }
    EarlierCard.Use use = card.use(model);
    if (use != EarlierCard.Use.NONE) {
      hits.add(new Hit(model, place, card, use));
    }
  }

  private void read(String path, List<Hit> hits, Sink sink) throws IOException {
    int content = TableContracts.RAW_CARDS.indexOf(RawColumns.CONTENT);
    try (TableFileReader cards =
        new TableFileReader(snapshot.files(), path, TableContracts.RAW_CARDS)) {
      int read = 0;
      for (Hit hit : hits) {
        Object[] row = null;
        while (read <= hit.card().row()) {
          row = cards.next();
          read++;
        }
        switch (hit.use()) {
          case COPY -> {
            sink.copy(hit.model(), row);
            settled.set(hit.place());
          }
          case ASK_WHETHER_CHANGED -> {
            byte[] readme = (byte[]) row[content];
            if (readme != null) {
              sink.askWhetherChanged(
                  hit.model(), new CardQuestion.Known(hit.card().etag(), readme, snapshot.id()));
              settled.set(hit.place());
            }
          }
          case NONE -> throw new IllegalStateException("no hit");
        }
      }
    }
  }
}
