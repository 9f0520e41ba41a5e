package io.github.hubgenealogy.lake.index;

import io.github.hubgenealogy.lake.contract.Column;
import io.github.hubgenealogy.lake.contract.ColumnType;
import io.github.hubgenealogy.lake.contract.TableContract;
import io.github.hubgenealogy.lake.store.Snapshot;
import java.io.IOException;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Brings one table of a snapshot into a database, rows in their order, columns by the contract:
 * what an older snapshot lacks, a column or the table itself, is null or empty.
 */
final class TableCopy {
  private final Connection connection;
  private final Snapshot snapshot;

  TableCopy(Connection connection, Snapshot snapshot) {
    this.connection = connection;
    this.snapshot = snapshot;
  }

  /**
   * As a table; binary columns, which are cards as they came, stay in the lake and read as null.
   */
  void copy(TableContract table) throws IOException, SQLException {
    bring("table", table);
  }

  /** As a view for as long as the connection lasts. */
  void view(TableContract table) throws IOException, SQLException {
    bring("temp view", table);
  }

  private void bring(String kind, TableContract table) throws IOException, SQLException {
    List<String> files = new ArrayList<>();
    if (snapshot.seal(table).isPresent()) {
      for (String path : snapshot.dataPaths(table)) {
        files.add(Sql.text(snapshot.files().uri(path)));
      }
    }
    String source = "read_parquet([" + String.join(", ", files) + "])";
    Set<String> present = files.isEmpty() ? Set.of() : columnsOf(source);
    List<String> columns = new ArrayList<>();
    for (Column column : table.columns()) {
      String name = Sql.name(column.name());
      columns.add(
          present.contains(column.name()) && column.type() != ColumnType.Scalar.BINARY
              ? name
              : "null::" + DuckTypes.of(column.type()) + " as " + name);
    }
    execute(
        "create "
            + kind
            + " "
            + Sql.name(table.name())
            + " as select "
            + String.join(", ", columns)
            + (files.isEmpty() ? " limit 0" : " from " + source));
  }

  private Set<String> columnsOf(String source) throws SQLException {
    Set<String> names = new HashSet<>();
    try (Statement statement = connection.createStatement();
        ResultSet described = statement.executeQuery("describe select * from " + source)) {
      while (described.next()) {
        names.add(described.getString(1));
      }
    }
    return names;
  }

  private void execute(String sql) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }
}
