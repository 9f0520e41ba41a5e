package io.github.hubgenealogy.jobs.edges;

import static io.github.hubgenealogy.jobs.tables.Columns.*;

import io.github.hubgenealogy.jobs.cards.ParseStatus;
import io.github.hubgenealogy.jobs.tables.Completion;
import io.github.hubgenealogy.lake.contract.TableContract;
import io.github.hubgenealogy.lake.contract.TableContracts;
import io.github.hubgenealogy.lake.rows.Cells;
import io.github.hubgenealogy.lake.rows.ObjectCells;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import org.apache.parquet.io.api.Binary;

/**
 * What its card says of a listed model: the list's library and task go before the card's, the
 * card's licences before those of the tags.
 */
final class CardTraits implements Completion {
  private static final long serialVersionUID = 1L;

  private static final List<String> READ =
      List.of(
          MODEL_ID,
          LIBRARY_NAME,
          PIPELINE_TAG,
          LICENSES,
          LANGUAGES_ISO,
          GENERATED_BY,
          CARD_SOURCE,
          PARSE_STATUS);

  /** Columns that a card's value fills only where the list has none. */
  private static final List<String> LIST_FIRST = List.of(LIBRARY_NAME, PIPELINE_TAG);

  private static final byte[] NO_SOURCE = utf8("none");
  private static final byte[] MISSING = utf8(ParseStatus.MISSING.word());
  private static final byte[] NOT_FETCHED = utf8(ParseStatus.NOT_FETCHED.word());

  @Override
  public List<String> columns() {
    return READ;
  }

  @Override
  public Cells of(Cells row, Object[] card) {
    return card == null ? row : new Both(row, card);
  }

  private static byte[] utf8(String word) {
    return word.getBytes(StandardCharsets.UTF_8);
  }

  /** Whether there is a README or front matter of the Hub's own. */
  private static boolean hasCard(Object[] card) {
    byte[] status = (byte[]) card[READ.indexOf(PARSE_STATUS)];
    boolean isRead = !Arrays.equals(status, MISSING) && !Arrays.equals(status, NOT_FETCHED);
    return isRead || !Arrays.equals((byte[]) card[READ.indexOf(CARD_SOURCE)], NO_SOURCE);
  }

  /** A row of models and the card's of the same model. */
  private static final class Both implements Cells {
    /** For each column of models its place in the card's, or −1. */
    private static final int[] PLACES = places();

    private static final boolean[] IS_LIST_FIRST = listFirst();
    private static final int HAS_CARD_PLACE = TableContracts.MODELS.indexOf(HAS_CARD);

    private final Cells row;
    private final Object[] values;
    private final ObjectCells card;

    Both(Cells row, Object[] values) {
      this.row = row;
      this.values = values;
      this.card = new ObjectCells(values);
    }

    private static int[] places() {
      TableContract models = TableContracts.MODELS;
      int[] places = new int[models.columns().size()];
      Arrays.fill(places, -1);
      for (String column :
          List.of(LIBRARY_NAME, PIPELINE_TAG, LICENSES, LANGUAGES_ISO, GENERATED_BY)) {
        places[models.indexOf(column)] = READ.indexOf(column);
      }
      return places;
    }

    private static boolean[] listFirst() {
      boolean[] first = new boolean[TableContracts.MODELS.columns().size()];
      LIST_FIRST.forEach(column -> first[TableContracts.MODELS.indexOf(column)] = true);
      return first;
    }

    private boolean isCards(int i) {
      return PLACES[i] >= 0 && values[PLACES[i]] != null && !(IS_LIST_FIRST[i] && !row.isNull(i));
    }

    private Cells side(int i) {
      return isCards(i) ? card : row;
    }

    private int place(int i) {
      return isCards(i) ? PLACES[i] : i;
    }

    @Override
    public int size() {
      return row.size();
    }

    @Override
    public boolean isNull(int i) {
      return !isCards(i) && row.isNull(i);
    }

    @Override
    public boolean bool(int i) {
      return i == HAS_CARD_PLACE ? hasCard(values) : row.bool(i);
    }

    @Override
    public int int32(int i) {
      return row.int32(i);
    }

    @Override
    public long int64(int i) {
      return row.int64(i);
    }

    @Override
    public double float64(int i) {
      return row.float64(i);
    }

    @Override
    public Binary binary(int i) {
      return side(i).binary(place(i));
    }

    @Override
    public Cells struct(int i, int fields) {
      return row.struct(i, fields);
    }

    @Override
    public Cells list(int i) {
      return side(i).list(place(i));
    }

    @Override
    public Cells map(int i) {
      return row.map(i);
    }
  }
}
