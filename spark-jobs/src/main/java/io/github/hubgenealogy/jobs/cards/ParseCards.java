package io.github.hubgenealogy.jobs.cards;

import static io.github.hubgenealogy.jobs.tables.Columns.*;
import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.when;

import io.github.hubgenealogy.jobs.pipeline.JobsSettings;
import io.github.hubgenealogy.jobs.pipeline.Stage;
import io.github.hubgenealogy.jobs.pipeline.StageRun;
import io.github.hubgenealogy.lake.contract.TableContract;
import io.github.hubgenealogy.lake.contract.TableContracts;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * Stage parse-cards: one row a listed model, from its README where one was read, else from the
 * Hub's own parse.
 */
public final class ParseCards implements Stage {
  private static final String README_STATUS = "readme_status";
  private static final String README_PREFIX = "readme_";
  private static final String DATA_PREFIX = "data_";

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
        TableContracts.CARDS,
        cards(
            run.read(TableContracts.RAW_MODELS),
            run.read(TableContracts.RAW_CARDS),
            run.settings().cards()));
  }

  /**
   * The whole of the stage.
   *
   * @param models raw/models
   * @param cards raw/cards; a model without a row there was not asked for
   */
  public static Dataset<Row> cards(
      Dataset<Row> models, Dataset<Row> cards, JobsSettings.Cards limits) {
    Dataset<Row> readmes =
        cards
            .select(KEY_ID, ID, SHA, STATUS, TRUNCATED, CONTENT)
            .map(new ReadmeRows(limits), ReadmeRows.ENCODER);
    Dataset<Row> listed =
        models.select(KEY_ID, ID, CARD_DATA).map(new CardDataRows(limits), CardDataRows.ENCODER);
    Dataset<Row> joined =
        listed.join(
            readmes, listed.col(KEY_ID).equalTo(readmes.col(README_PREFIX + KEY_ID)), "left");
    Column fromReadme = col(README_STATUS).equalTo(ParseStatus.OK.word());
    Column fromData = col(CardDataRows.KNOWN);
    List<Column> columns = new ArrayList<>();
    columns.add(col(ID).as(MODEL_ID));
    columns.add(col(README_PREFIX + SHA).as(SHA));
    columns.add(
        when(fromReadme, lit("readme"))
            .when(fromData, lit("card_data"))
            .otherwise(lit("none"))
            .as(CARD_SOURCE));
    columns.add(coalesce(col(README_STATUS), lit(ParseStatus.NOT_FETCHED.word())).as(PARSE_STATUS));
    for (String whole :
        List.of(PARSE_ERROR, ENCODING, FRONT_MATTER_BYTES, CARD_CHARS, BODY_CHARS)) {
      columns.add(col(README_PREFIX + whole).as(whole));
    }
    for (String declared : DeclaredRows.NAMES) {
      columns.add(
          when(fromReadme, col(README_PREFIX + declared))
              .otherwise(col(DATA_PREFIX + declared))
              .as(declared));
    }
    columns.add(
        coalesce(col(README_PREFIX + GENERATED_BY), col(DATA_PREFIX + GENERATED_BY))
            .as(GENERATED_BY));
    columns.add(col(README_PREFIX + TEXT_PARENTS).as(TEXT_PARENTS));
    columns.add(col(README_PREFIX + TEXT_RULES).as(TEXT_RULES));
    return joined.select(columns.toArray(Column[]::new));
  }
}
