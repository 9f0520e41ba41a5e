package io.github.hubgenealogy.explorer.query;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.hubgenealogy.explorer.made.MadeSnapshot;
import io.github.hubgenealogy.explorer.made.Run;
import io.github.hubgenealogy.explorer.store.IndexDatabase;
import io.github.hubgenealogy.explorer.store.IndexFiles;
import io.github.hubgenealogy.lake.contract.TableContract;
import io.github.hubgenealogy.lake.contract.TableContracts;
import io.github.hubgenealogy.lake.store.Snapshot;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** One SELECT and nothing else, behind both walls. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class QueryTest {
  private Path folder;
  private Path lake;
  private Snapshot snapshot;
  private byte[] indexBefore;

  @BeforeAll
  void publish(@TempDir Path scratch) throws Exception {
    folder = scratch;
    lake = folder.resolve("lake");
    snapshot =
        new MadeSnapshot()
            .edge("o/child", "o/base", "finetune")
            .edge("o/=cmd|'/C calc'!A0", "o/base", "merge")
            .publish(lake, "2026-11-01");
    indexBefore = Files.readAllBytes(IndexFiles.tablesOf(snapshot));
  }

  @AfterEach
  void nothing_was_changed_and_nothing_was_written() throws Exception {
    assertThat(Files.readAllBytes(IndexFiles.tablesOf(snapshot))).isEqualTo(indexBefore);
    try (Stream<Path> files = Files.list(folder)) {
      assertThat(files.map(file -> file.getFileName().toString()))
          .allMatch(name -> name.equals("lake") || name.endsWith(".parquet"));
    }
  }

  private Run query(String sql, String... more) {
    List<String> arguments =
        new ArrayList<>(
            List.of("query", sql.replace("FOLDER", folder.toString()), "--lake", lake.toString()));
    arguments.addAll(List.of(more));
    return Run.of(arguments.toArray(new String[0]));
  }

  /** What must be refused; FOLDER is one that can be written. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "copy models to 'FOLDER/stolen.csv'",
        "copy (select 1) to 'FOLDER/stolen.parquet' (format parquet)",
        "attach 'FOLDER/other.db'",
        "attach 'FOLDER/other.db' as other; select 1",
        "drop view models",
        "drop table models",
        "create table t as select 1",
        "create temp table t as select 1",
        "create macro m() as 1",
        "insert into models select * from models",
        "update models set owner = 'x'",
        "delete from models",
        "alter table models drop column owner",
        "pragma database_list",
        "pragma enable_profiling",
        "install httpfs",
        "load httpfs",
        "set threads = 1",
        "set lock_configuration = false",
        "reset all",
        "use main",
        "call pragma_version()",
        "export database 'FOLDER/out'",
        "import database 'FOLDER/out'",
        "begin transaction",
        "checkpoint",
        "vacuum",
        "prepare p as select 1",
        "explain analyze select 1",
        "select 1; select 2",
        "select 1; copy models to 'FOLDER/stolen.csv'",
        "select 1) to 'FOLDER/stolen.csv'; --",
        "select * from read_csv('/etc/passwd')",
        "select * from read_text('/etc/passwd')",
        "select * from read_blob('/etc/passwd')",
        "select * from read_parquet('/etc/passwd')",
        "select * from read_json('/etc/passwd')",
        "select * from sniff_csv('/etc/passwd')",
        "select * from glob('/*')",
        "select * from '/etc/passwd'",
        "select * from 'https://example.org/x.csv'",
        "select getenv('HOME')",
        "select from where",
        "",
        ";"
      })
  void everything_else_is_refused_in_one_line(String sql) {
    for (String[] form :
        new String[][] {{}, {"--parquet", folder.resolve("result.parquet").toString()}}) {
      Run run = query(sql, form);
      assertThat(run.exitCode()).as(run.err()).isEqualTo(3);
      assertThat(run.err().lines()).hasSize(1);
      assertThat(run.err()).startsWith("hubgen: the query was refused: ");
      assertThat(run.out()).isEmpty();
    }
  }

  /** The inner wall alone: a statement that came past the parser meets a locked database. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "copy models to 'FOLDER/stolen.csv'",
        "attach 'FOLDER/other.db'",
        "drop table models",
        "create table t as select 1",
        "set enable_external_access = true",
        "set lock_configuration = false",
        "set threads = 1",
        "install httpfs",
        "export database 'FOLDER/out'",
        "select * from read_csv('/etc/passwd')"
      })
  void the_database_itself_refuses_them_too(String sql) throws Exception {
    try (IndexDatabase database =
            IndexDatabase.open(IndexFiles.tablesOf(snapshot), IndexDatabase.Limits.usual());
        Connection connection = database.connection();
        Statement statement = connection.createStatement()) {
      SQLException refused = null;
      try {
        statement.execute(sql.replace("FOLDER", folder.toString()));
      } catch (SQLException expected) {
        refused = expected;
      }
      assertThat((Throwable) refused).as(sql).isNotNull();
    }
  }

  @Test
  void every_table_of_the_contracts_can_be_asked_with_all_its_columns() {
    for (TableContract table : TableContracts.ofSnapshots()) {
      List<String> columns =
          table.columns().stream().map(column -> '"' + column.name() + '"').toList();
      Run run = query("select " + String.join(", ", columns) + " from " + table.name());
      assertThat(run.exitCode()).as(table.name() + run.err()).isZero();
    }
  }

  @Test
  void a_select_of_any_form_is_answered() {
    assertThat(query("with a as (select 1 as x) select x from a union all select 2").out())
        .isEqualTo("x\n-\n1\n2\n2 rows\n");
    assertThat(query("from models select count(*) as n -- a comment\n;").out())
        .contains("n\n-\n3\n1 row");
    assertThat(query("describe models").out()).contains("model_id");
    assertThat(query("show tables").out()).contains("edges");
  }

  @Test
  void rows_beyond_the_limit_are_cut_and_that_is_said() {
    Run cut = query("select range as n from range(5) order by 1", "--rows", "2", "--csv");
    assertThat(cut.out()).isEqualTo("\"n\"\r\n0\r\n1\r\n");
    assertThat(cut.err().strip()).isEqualTo("cut after 2 rows, as --rows says; there are more");
    Run whole = query("select range as n from range(2) order by 1", "--rows", "2", "--csv");
    assertThat(whole.out()).isEqualTo(cut.out());
    assertThat(whole.err()).isEmpty();
    Run file =
        query(
            "select range as n from range(5)",
            "--rows",
            "3",
            "--parquet",
            folder.resolve("some.parquet").toString());
    assertThat(file.err()).startsWith("3 rows: ").contains("there may be more");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "--parquet"})
  void a_query_that_takes_too_long_is_stopped_and_says_so(String form) {
    List<String> more = new ArrayList<>(List.of("--time", "300ms"));
    if (!form.isEmpty()) {
      more.addAll(List.of(form, folder.resolve("long.parquet").toString()));
    }
    Run run =
        query(
            "select sum(hash(a.range, b.range, c.range)) from range(1000000) a, range(1000000) b,"
                + " range(1000000) c",
            more.toArray(new String[0]));
    assertThat(run.exitCode()).isEqualTo(3);
    assertThat(run.err().lines()).hasSize(1);
    assertThat(run.err()).startsWith("hubgen: the query was stopped, it took longer than 300ms");
  }

  @Test
  void a_query_that_needs_more_memory_than_it_may_have_says_so() {
    Run run =
        query(
            "select max(l) from (select list(range order by hash(range)) l from range(30000000))",
            "--memory",
            "20m");
    assertThat(run.exitCode()).isEqualTo(3);
    assertThat(run.err().lines()).hasSize(1);
    assertThat(run.err()).contains("more memory than it has, 20m", "--memory");
  }

  @ParameterizedTest
  @ValueSource(strings = {"--memory=lots", "--memory=1g' --", "--rows=0", "--time=0s"})
  void a_limit_that_is_none_is_a_wrong_command_line(String limit) {
    assertThat(query("select 1", limit).exitCode()).isEqualTo(2);
  }

  @Test
  void csv_is_safe_in_a_spreadsheet_and_json_keeps_lists() {
    assertThat(query("select '=1+1' as f, 2 as n, null as none", "--csv").out())
        .isEqualTo("\"f\",\"n\",\"none\"\r\n\"'=1+1\",2,\r\n");
    assertThat(query("select sources, child_id from edges order by 2 desc limit 1", "--json").out())
        .isEqualTo("[\n{\"sources\":[\"card\",\"tag\"],\"child_id\":\"o/child\"}\n]\n");
    assertThat(query("select 1 where false", "--json").out()).isEqualTo("[\n]\n");
  }

  @Test
  void a_terminal_is_not_steered_by_what_a_table_holds() {
    String out = query("select chr(27) || '[2J' || chr(8238) as evil, chr(10) as line").out();
    assertThat(out).contains("\\u001b[2J\\u202e", "\\u000a");
    assertThat(out.chars().filter(c -> c == 27 || c == 0x202e)).isEmpty();
  }

  @Test
  void a_parquet_file_holds_the_rows_with_their_types() throws Exception {
    Path file = folder.resolve("it's.parquet");
    Run run =
        query(
            "select child_id, sources, child_created_at from edges order by 1; -- done",
            "--parquet",
            file.toString());
    assertThat(run.exitCode()).as(run.err()).isZero();
    try (Connection duck = DriverManager.getConnection("jdbc:duckdb:");
        ResultSet row =
            duck.createStatement()
                .executeQuery(
                    "select count(*), max(sources[1]), any_value(typeof(child_created_at)) from '"
                        + file.toString().replace("'", "''")
                        + "'")) {
      row.next();
      assertThat(row.getInt(1)).isEqualTo(2);
      assertThat(row.getString(2)).isEqualTo("card");
      assertThat(row.getString(3)).isEqualTo("TIMESTAMP WITH TIME ZONE");
    }
  }
}
