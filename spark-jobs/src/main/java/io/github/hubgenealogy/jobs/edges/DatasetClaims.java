package io.github.hubgenealogy.jobs.edges;

import io.github.hubgenealogy.jobs.policy.Source;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.regex.Pattern;
import org.apache.spark.api.java.function.FlatMapFunction;
import org.apache.spark.sql.Row;

/**
 * What a model names as training data, from a row (id, words): the words are a card's {@code
 * datasets} or the list's tags, of which those that begin with {@code dataset:} count.
 */
final class DatasetClaims implements FlatMapFunction<Row, Row> {
  private static final long serialVersionUID = 1L;
  private static final String TAG = "dataset:";
  private static final Pattern PAGE =
      Pattern.compile(
          "^\\s*(?:https?://)?(?:www\\.)?(?:huggingface\\.co|hf\\.co)/datasets/",
          Pattern.CASE_INSENSITIVE);

  private final Source source;

  DatasetClaims(Source source) {
    this.source = source;
  }

  @Override
  public Iterator<Row> call(Row model) {
    List<Row> claims = new ArrayList<>();
    if (!model.isNullAt(1)) {
      List<String> words = model.getList(1);
      for (int i = 0; i < words.size(); i++) {
        String word = words.get(i);
        if (source == Source.TAG) {
          if (!word.startsWith(TAG)) {
            continue;
          }
          word = word.substring(TAG.length());
        }
        String plain = PAGE.matcher(word).replaceFirst("");
        claims.add(ClaimRow.of(model.getString(0), source.word(), i, plain, null, null));
      }
    }
    return claims.iterator();
  }
}
