package io.github.hubgenealogy.explorer.store;

import io.github.hubgenealogy.explorer.genealogy.Claim;
import io.github.hubgenealogy.explorer.genealogy.DatasetSheet;
import io.github.hubgenealogy.explorer.genealogy.Member;
import io.github.hubgenealogy.explorer.genealogy.ModelSheet;
import io.github.hubgenealogy.explorer.genealogy.Presence;
import io.github.hubgenealogy.explorer.genealogy.Relation;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;

/** What the tables say of one model, data set or pair, by statements of some milliseconds each. */
final class Sheets {
  private final IndexDatabase index;

  Sheets(IndexDatabase index) {
    this.index = index;
  }

  /** One link from a model's card to another model. */
  private record Link(String kind, ModelSheet.Named named) {}

  ModelSheet model(int vertex, Member member, Instant modified, Map<Relation, Integer> relations) {
    String id = member.id();
    ModelSheet.Card card = first(index.rows("card-of-model", Sheets::card, vertex));
    ModelSheet.Place place = first(index.rows("place-of-model", row -> place(row, member), vertex));
    List<ModelSheet.DatasetUse> datasets = datasets(vertex);
    List<String> names = index.rows("former-names", row -> row.getString(1), "model", id);
    List<Link> links =
        index.rows(
            "succession-of-model",
            row ->
                new Link(
                    row.getString(1), new ModelSheet.Named(row.getString(2), row.getString(3))),
            id);
    return first(
        index.rows(
            "sheet-of-model",
            row ->
                new ModelSheet(
                    member,
                    row.getString(1),
                    modified,
                    instant(row, 2),
                    row.getString(3),
                    bool(row, 4),
                    number(row, 5),
                    WordLists.texts(row.getArray(6)),
                    WordLists.texts(row.getArray(7)),
                    WordLists.texts(row.getArray(8)),
                    WordLists.texts(row.getArray(9)),
                    bool(row, 10),
                    row.getString(11),
                    row.getString(12),
                    row.getString(13),
                    card,
                    place,
                    relations,
                    datasets,
                    names,
                    named(links, "new_version"),
                    named(links, "duplicated_from")),
            vertex));
  }

  private static List<ModelSheet.Named> named(List<Link> links, String kind) {
    return links.stream().filter(link -> link.kind().equals(kind)).map(Link::named).toList();
  }

  private static ModelSheet.Card card(ResultSet row) throws SQLException {
    double grams = row.getDouble(10);
    Double co2 = row.wasNull() ? null : (Double) grams;
    return new ModelSheet.Card(
        row.getString(1),
        row.getString(2),
        row.getString(3),
        WordLists.texts(row.getArray(4)),
        row.getString(5),
        row.getString(6),
        row.getString(7),
        row.getString(8),
        row.getString(9),
        co2);
  }

  private static ModelSheet.Place place(ResultSet row, Member member) throws SQLException {
    return new ModelSheet.Place(
        orSame(row.getString(1), member.id()),
        row.getLong(2),
        orSame(row.getString(3), member.id()),
        member.inCycle(),
        row.getInt(4),
        row.getInt(5),
        orSame(row.getString(6), member.id()),
        row.getInt(7),
        row.getInt(8),
        member.descendants(),
        row.getBoolean(9));
  }

  private static ModelSheet.DatasetUse datasetUse(ResultSet row) throws SQLException {
    String dataset = row.getString(1);
    String presence = row.getString(2);
    return new ModelSheet.DatasetUse(
        dataset,
        presence == null ? Presence.UNASKED : Presence.of(presence),
        WordLists.texts(row.getArray(3)),
        orSame(row.getString(4), dataset),
        row.getString(5));
  }

  List<ModelSheet.DatasetUse> datasets(int vertex) {
    return index.rows("datasets-of-model", Sheets::datasetUse, vertex);
  }

  /** A data set, or null. */
  DatasetSheet dataset(String id) {
    return first(
        index.rows(
            "sheet-of-dataset",
            row ->
                new DatasetSheet(
                    row.getString(1),
                    row.getString(2),
                    Presence.of(row.getString(3)),
                    instant(row, 4),
                    instant(row, 5),
                    number(row, 6),
                    number(row, 7),
                    row.getString(8),
                    row.getInt(9)),
            id));
  }

  List<Claim> claims(int child, int parent, String parentId) {
    return index.rows(
        "claims-of-pair",
        row ->
            new Claim(
                row.getString(1),
                row.getInt(2),
                orSame(row.getString(3), parentId),
                row.getString(4),
                row.getString(5),
                row.getString(6)),
        child,
        parent);
  }

  /** The index holds no text that is the id it stands beside. */
  private static String orSame(String text, String id) {
    return text != null && text.isEmpty() ? id : text;
  }

  /** The first row, or null. */
  static <T> T first(List<T> rows) {
    return rows.isEmpty() ? null : rows.get(0);
  }

  static Instant instant(ResultSet row, int column) throws SQLException {
    OffsetDateTime time = row.getObject(column, OffsetDateTime.class);
    return time == null ? null : time.toInstant();
  }

  private static Long number(ResultSet row, int column) throws SQLException {
    long number = row.getLong(column);
    return row.wasNull() ? null : (Long) number;
  }

  private static Boolean bool(ResultSet row, int column) throws SQLException {
    boolean value = row.getBoolean(column);
    return row.wasNull() ? null : (Boolean) value;
  }
}
