package io.github.hubgenealogy.jobs.edges;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.hubgenealogy.jobs.policy.Relation;
import io.github.hubgenealogy.jobs.policy.Source;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import org.apache.spark.api.java.function.FlatMapFunction;
import org.apache.spark.sql.Row;

/**
 * The claims that the Hub's list holds of one model, from a row (id, tags, baseModels, config): its
 * tags, its resolved bases and the base of its PEFT configuration.
 */
final class ListClaims implements FlatMapFunction<Row, Row> {
  private static final long serialVersionUID = 1L;
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final String TAG = "base_model:";
  private static final String PEFT_BASE = "base_model_name_or_path";

  @Override
  public Iterator<Row> call(Row model) {
    String child = model.getString(0);
    List<Row> claims = new ArrayList<>();
    if (!model.isNullAt(1)) {
      tags(child, model.getList(1), claims);
    }
    if (!model.isNullAt(2)) {
      hub(child, model.getStruct(2), claims);
    }
    if (!model.isNullAt(3)) {
      config(child, model.getString(3), claims);
    }
    return claims.iterator();
  }

  /**
   * {@code base_model:X} and {@code base_model:<relation>:X}; no owner's name holds a colon, so the
   * second form is certain.
   */
  private static void tags(String child, List<String> tags, List<Row> claims) {
    for (int i = 0; i < tags.size(); i++) {
      String tag = tags.get(i);
      if (tag == null || !tag.startsWith(TAG)) {
        continue;
      }
      String rest = tag.substring(TAG.length());
      int colon = rest.indexOf(':');
      Relation relation = colon < 0 ? null : Relation.of(rest.substring(0, colon));
      String text = relation == null ? rest : rest.substring(colon + 1);
      claims.add(ClaimRow.of(child, Source.TAG.word(), i, text, relation, null));
    }
  }

  private static void hub(String child, Row baseModels, List<Row> claims) {
    Relation relation = Relation.of(baseModels.getString(0));
    if (baseModels.isNullAt(1)) {
      return;
    }
    List<Row> models = baseModels.getList(1);
    for (int i = 0; i < models.size(); i++) {
      Row model = models.get(i);
      if (!model.isNullAt(1)) {
        claims.add(
            ClaimRow.of(
                child, Source.HUB.word(), i, model.getString(1), relation, model.getString(0)));
      }
    }
  }

  private static void config(String child, String config, List<Row> claims) {
    if (!config.contains(PEFT_BASE)) {
      return;
    }
    try {
      JsonNode base = JSON.readTree(config).path("peft").path(PEFT_BASE);
      if (base.isTextual()) {
        claims.add(
            ClaimRow.of(child, Source.CONFIG.word(), 0, base.textValue(), Relation.ADAPTER, null));
      }
    } catch (IOException notJson) {
      // The column is JSON that we or an import wrote; what is none claims nothing.
      return;
    }
  }
}
