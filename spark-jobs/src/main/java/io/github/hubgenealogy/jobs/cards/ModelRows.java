package io.github.hubgenealogy.jobs.cards;

import static io.github.hubgenealogy.jobs.tables.Columns.*;

import io.github.hubgenealogy.jobs.pipeline.JobsSettings;
import io.github.hubgenealogy.jobs.prose.TextParent;
import io.github.hubgenealogy.jobs.prose.TextParents;
import io.github.hubgenealogy.jobs.tables.Schemas;
import io.github.hubgenealogy.lake.contract.TableContracts;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.apache.spark.sql.catalyst.InternalRow;

/** One model's row of table cards, made of its rows in raw/models and raw/cards. */
final class ModelRows {
  private final CardReader reader;
  private final UnsafeRows cells = new UnsafeRows(Schemas.nullable(TableContracts.CARDS));

  ModelRows(JobsSettings.Cards limits) {
    this.reader = new CardReader(limits);
  }

  /**
   * Makes the row.
   *
   * @param model its key, id and cardData
   * @param readme its key, sha, status, truncated and content; null where it was not asked for
   */
  InternalRow of(Object[] model, Object[] readme) {
    cells.begin();
    cells.utf8(MODEL_ID, (byte[]) model[1]);
    ReadCard card = null;
    ParseStatus status = ParseStatus.NOT_FETCHED;
    if (readme != null) {
      cells.utf8(SHA, (byte[]) readme[1]);
      byte[] content = (byte[]) readme[4];
      card = content == null ? null : reader.readme(content, (Boolean) readme[3]);
      status = card == null ? withoutContent((byte[]) readme[2]) : card.status();
    }
    cells.text(PARSE_STATUS, status.word());
    if (card != null) {
      cells.text(PARSE_ERROR, card.remark());
      cells.text(ENCODING, card.encoding());
      cells.count(FRONT_MATTER_BYTES, card.frontMatterBytes());
      cells.count(CARD_CHARS, card.chars());
      cells.count(BODY_CHARS, card.bodyChars());
      prose(new String((byte[]) model[1], StandardCharsets.UTF_8), card);
    }
    DeclaredCard declared = status == ParseStatus.OK ? card.declared() : null;
    boolean fromReadme = declared != null;
    if (!fromReadme && model[2] != null) {
      declared = reader.cardData(new String((byte[]) model[2], StandardCharsets.UTF_8));
    }
    cells.text(CARD_SOURCE, fromReadme ? "readme" : declared != null ? "card_data" : "none");
    String tool = card == null ? null : card.generatedBy();
    if (declared != null) {
      fill(declared);
      if (tool == null && !fromReadme) {
        tool = GeneratedBy.of(declared.tags(), declared.libraryName(), declared.unknownKeys(), "");
      }
    }
    cells.text(GENERATED_BY, tool);
    return cells.end();
  }

  private void prose(String id, ReadCard card) {
    List<TextParent> parents = TextParents.of(id, card.statements());
    if (!parents.isEmpty()) {
      cells.texts(TEXT_PARENTS, parents.stream().map(TextParent::claimedText).toList());
      cells.texts(TEXT_RULES, parents.stream().map(parent -> parent.rule().word()).toList());
    }
  }

  private void fill(DeclaredCard card) {
    cells.texts(LANGUAGES, card.languages());
    cells.texts(LANGUAGES_ISO, card.languagesIso());
    cells.texts(LICENSES, card.licenses());
    cells.text(LICENSE_NAME, card.licenseName());
    cells.text(LICENSE_LINK, card.licenseLink());
    cells.text(LIBRARY_NAME, card.libraryName());
    cells.text(PIPELINE_TAG, card.pipelineTag());
    cells.texts(TAGS, card.tags());
    cells.texts(DATASETS, card.datasets());
    cells.texts(METRICS, card.metrics());
    cells.texts(BASE_MODELS, card.baseModels());
    cells.text(BASE_MODEL_RELATION, card.baseModelRelation());
    cells.text(NEW_VERSION, card.newVersion());
    cells.text(DUPLICATED_FROM, card.duplicatedFrom());
    cells.texts(MISSPELT_KEYS, card.misspeltKeys());
    cells.texts(UNKNOWN_KEYS, card.unknownKeys());
    cells.texts(PAGE_KEYS, card.pageKeys());
    cells.count(DROPPED_VALUES, card.droppedValues());
    cells.number(CO2_EQ_GRAMS, card.co2EqGrams());
    cells.text(MODEL_INDEX, card.modelIndex());
  }

  /** The crawler's word for why there is no README. */
  private static ParseStatus withoutContent(byte[] crawlStatus) {
    return switch (new String(crawlStatus, StandardCharsets.UTF_8)) {
      case "missing" -> ParseStatus.MISSING;
      case "gated" -> ParseStatus.GATED;
      default -> ParseStatus.NOT_FETCHED;
    };
  }
}
