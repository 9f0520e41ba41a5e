package io.github.hubgenealogy.simulator.raw;

import io.github.hubgenealogy.lake.contract.TableContracts;
import io.github.hubgenealogy.lake.rows.Cells;
import io.github.hubgenealogy.lake.rows.ObjectCells;
import io.github.hubgenealogy.simulator.ecosystem.ModelRecord;
import io.github.hubgenealogy.simulator.hub.Access;
import io.github.hubgenealogy.simulator.json.JsonBytes;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Rows of raw/models. */
final class ModelRows {
  private static final int COLUMNS = TableContracts.RAW_MODELS.columns().size();
  private static final int KEY = at("_id");
  private static final int ID = at("id");
  private static final int AUTHOR = at("author");
  private static final int SHA = at("sha");
  private static final int CREATED = at("createdAt");
  private static final int MODIFIED = at("lastModified");
  private static final int PRIVATE = at("private");
  private static final int GATED = at("gated");
  private static final int DISABLED = at("disabled");
  private static final int DOWNLOADS = at("downloads");
  private static final int DOWNLOADS_EVER = at("downloadsAllTime");
  private static final int LIKES = at("likes");
  private static final int TRENDING = at("trendingScore");
  private static final int LIBRARY = at("library_name");
  private static final int TASK = at("pipeline_tag");
  private static final int TAGS = at("tags");
  private static final int CARD_DATA = at("cardData");
  private static final int CONFIG = at("config");
  private static final int SAFETENSORS = at("safetensors");
  private static final int GGUF = at("gguf");
  private static final int BASES = at("baseModels");
  private static final int OBSERVED = at("observedAt");

  private final long askedAt;

  ModelRows(long askedAt) {
    this.askedAt = askedAt;
  }

  private static int at(String column) {
    return TableContracts.RAW_MODELS.indexOf(column);
  }

  Cells row(ModelRecord record) {
    Object[] row = new Object[COLUMNS];
    row[KEY] = record.key();
    row[ID] = record.id();
    row[AUTHOR] = record.author();
    row[SHA] = record.sha();
    row[CREATED] = record.created() * 1_000_000;
    row[MODIFIED] = record.lastModified() * 1_000_000;
    row[PRIVATE] = false;
    String gate = record.gate();
    row[GATED] = gate == null ? "false" : gate;
    row[DISABLED] = record.access() == Access.DISABLED;
    row[DOWNLOADS] = record.downloads();
    row[DOWNLOADS_EVER] = record.downloadsEver();
    row[LIKES] = record.likes();
    row[TRENDING] = record.trendingScore(0);
    row[LIBRARY] = record.library();
    row[TASK] = record.task();
    row[TAGS] = record.tags();
    JsonBytes json = new JsonBytes(1_024);
    row[CARD_DATA] = record.cardData(json) ? json.toByteArray() : null;
    json.truncate(0);
    record.config(json);
    row[CONFIG] = json.toByteArray();
    if (record.hasSafetensors()) {
      long total = record.parameters();
      row[SAFETENSORS] = new Object[] {Map.of(record.tensorType(), total), total};
    }
    if (record.hasGguf()) {
      row[GGUF] =
          new Object[] {record.parameters(), record.ggufArchitecture(), record.ggufContext()};
    }
    if (record.baseRelation() != null) {
      List<Object[]> bases = new ArrayList<>(2);
      record.bases().forEach(base -> bases.add(new Object[] {base.key(), base.id()}));
      row[BASES] = new Object[] {record.baseRelation(), bases};
    }
    row[OBSERVED] = askedAt;
    return new ObjectCells(row);
  }
}
