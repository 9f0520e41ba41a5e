package io.github.hubgenealogy.jobs.edges;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.hubgenealogy.jobs.policy.Relation;
import io.github.hubgenealogy.jobs.policy.Source;
import java.io.IOException;
import java.util.function.Consumer;
import org.apache.spark.sql.catalyst.InternalRow;
import org.apache.spark.sql.catalyst.util.ArrayData;
import org.apache.spark.unsafe.types.UTF8String;

/**
 * The claims that the Hub's list holds of one model, from a row (id, tags, baseModels, config): its
 * tags, its resolved bases and the base of its PEFT configuration.
 */
final class ListClaims implements ClaimReader {
  private static final long serialVersionUID = 1L;
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final UTF8String TAG = UTF8String.fromString("base_model:");
  private static final String PEFT_BASE = "base_model_name_or_path";
  private static final UTF8String PEFT_MARK = UTF8String.fromString(PEFT_BASE);

  @Override
  public void read(InternalRow model, Consumer<Claim> claims) {
    if (!model.isNullAt(1)) {
      tags(model.getArray(1), claims);
    }
    if (!model.isNullAt(2)) {
      hub(model.getStruct(2, 2), claims);
    }
    if (!model.isNullAt(3)) {
      config(model.getUTF8String(3), claims);
    }
  }

  /**
   * {@code base_model:X} and {@code base_model:<relation>:X}; no owner's name holds a colon, so the
   * second form is certain.
   */
  private static void tags(ArrayData tags, Consumer<Claim> claims) {
    for (int i = 0; i < tags.numElements(); i++) {
      if (tags.isNullAt(i) || !tags.getUTF8String(i).startsWith(TAG)) {
        continue;
      }
      String rest = tags.getUTF8String(i).toString().substring(TAG.numBytes());
      int colon = rest.indexOf(':');
      Relation relation = colon < 0 ? null : Relation.of(rest.substring(0, colon));
      String text = relation == null ? rest : rest.substring(colon + 1);
      claims.accept(Claim.of(Source.TAG.word(), i, text, relation));
    }
  }

  private static void hub(InternalRow baseModels, Consumer<Claim> claims) {
    if (baseModels.isNullAt(1)) {
      return;
    }
    Relation relation = Relation.of(text(baseModels, 0));
    ArrayData models = baseModels.getArray(1);
    for (int i = 0; i < models.numElements(); i++) {
      InternalRow model = models.getStruct(i, 2);
      if (!model.isNullAt(1)) {
        claims.accept(
            new Claim(Source.HUB.word(), i, text(model, 1), relation, text(model, 0), null));
      }
    }
  }

  private static String text(InternalRow row, int i) {
    return row.isNullAt(i) ? null : row.getUTF8String(i).toString();
  }

  private static void config(UTF8String config, Consumer<Claim> claims) {
    if (!config.contains(PEFT_MARK)) {
      return;
    }
    try {
      JsonNode base = JSON.readTree(config.toString()).path("peft").path(PEFT_BASE);
      if (base.isTextual()) {
        claims.accept(Claim.of(Source.CONFIG.word(), 0, base.textValue(), Relation.ADAPTER));
      }
    } catch (IOException notJson) {
      // The column is JSON that we or an import wrote; what is none claims nothing.
      return;
    }
  }
}
