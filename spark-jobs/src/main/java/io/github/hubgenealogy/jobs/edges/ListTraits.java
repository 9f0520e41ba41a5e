package io.github.hubgenealogy.jobs.edges;

import static io.github.hubgenealogy.jobs.tables.Columns.*;

import io.github.hubgenealogy.jobs.tables.InternalRows;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.catalyst.InternalRow;
import org.apache.spark.sql.catalyst.expressions.GenericInternalRow;
import org.apache.spark.sql.catalyst.expressions.JoinedRow;
import org.apache.spark.sql.catalyst.util.ArrayData;
import org.apache.spark.sql.catalyst.util.GenericArrayData;
import org.apache.spark.sql.types.ArrayType;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;
import org.apache.spark.unsafe.types.UTF8String;

/**
 * What the list says of models in its tags and configurations, as columns of their own: licences
 * and papers, type and architectures. One pass over each row, where functions of lists would be
 * interpreted and take several.
 */
final class ListTraits implements Iterator<InternalRow> {
  private static final UTF8String LICENSE = UTF8String.fromString("license:");
  private static final UTF8String ARXIV = UTF8String.fromString("arxiv:");
  private static final ArrayType TEXTS = DataTypes.createArrayType(DataTypes.StringType);

  private final Iterator<InternalRow> rows;
  private final int tags;
  private final int config;
  private final GenericInternalRow traits = new GenericInternalRow(4);
  private final JoinedRow joined = new JoinedRow();
  private final List<UTF8String> licenses = new ArrayList<>();
  private final List<UTF8String> papers = new ArrayList<>();

  private ListTraits(Iterator<InternalRow> rows, int tags, int config) {
    this.rows = rows;
    this.tags = tags;
    this.config = config;
  }

  /**
   * Rows with the traits as further columns, null where there are none.
   *
   * @param models with tags and config among their columns
   */
  static Dataset<Row> added(Dataset<Row> models) {
    StructType schema = models.schema();
    int tags = schema.fieldIndex(TAGS);
    int config = schema.fieldIndex(CONFIG);
    return InternalRows.mapped(
        models,
        rows -> new ListTraits(rows, tags, config),
        schema
            .add(LICENSES, TEXTS)
            .add(ARXIV_IDS, TEXTS)
            .add(MODEL_TYPE, DataTypes.StringType)
            .add(ARCHITECTURES, TEXTS));
  }

  @Override
  public boolean hasNext() {
    return rows.hasNext();
  }

  @Override
  public InternalRow next() {
    InternalRow row = rows.next();
    licenses.clear();
    papers.clear();
    if (!row.isNullAt(tags)) {
      ArrayData all = row.getArray(tags);
      for (int i = 0; i < all.numElements(); i++) {
        if (!all.isNullAt(i)) {
          sort(all.getUTF8String(i));
        }
      }
    }
    ConfigNames names =
        ConfigNames.of(row.isNullAt(config) ? new byte[0] : row.getUTF8String(config).getBytes());
    traits.update(0, list(licenses));
    traits.update(1, list(papers));
    traits.update(2, UTF8String.fromString(names.type()));
    traits.update(3, list(names.architectures().stream().map(UTF8String::fromString).toList()));
    return joined.apply(row, traits);
  }

  private void sort(UTF8String tag) {
    if (tag.startsWith(LICENSE)) {
      licenses.add(after(tag, LICENSE));
    } else if (tag.startsWith(ARXIV)) {
      papers.add(after(tag, ARXIV));
    }
  }

  private static UTF8String after(UTF8String tag, UTF8String prefix) {
    return tag.substring(prefix.numChars(), tag.numChars());
  }

  private static GenericArrayData list(List<UTF8String> texts) {
    return texts.isEmpty() ? null : new GenericArrayData(texts.toArray());
  }
}
