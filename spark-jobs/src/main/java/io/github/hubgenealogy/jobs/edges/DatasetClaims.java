package io.github.hubgenealogy.jobs.edges;

import io.github.hubgenealogy.jobs.policy.Source;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import org.apache.spark.sql.catalyst.InternalRow;
import org.apache.spark.sql.catalyst.util.ArrayData;
import org.apache.spark.unsafe.types.UTF8String;

/**
 * What a model names as training data, from a row (id, words): the words are a card's {@code
 * datasets} or the list's tags, of which those that begin with {@code dataset:} count.
 */
final class DatasetClaims implements ClaimReader {
  private static final long serialVersionUID = 1L;
  private static final UTF8String TAG = UTF8String.fromString("dataset:");
  private static final Pattern PAGE =
      Pattern.compile(
          "^\\s*(?:https?://)?(?:www\\.)?(?:huggingface\\.co|hf\\.co)/datasets/",
          Pattern.CASE_INSENSITIVE);

  private final Source source;

  DatasetClaims(Source source) {
    this.source = source;
  }

  @Override
  public void read(InternalRow model, Consumer<Claim> claims) {
    if (model.isNullAt(1)) {
      return;
    }
    ArrayData words = model.getArray(1);
    for (int i = 0; i < words.numElements(); i++) {
      UTF8String word = words.getUTF8String(i);
      if (source == Source.TAG) {
        if (!word.startsWith(TAG)) {
          continue;
        }
        word = word.substring(TAG.numChars(), word.numChars());
      }
      String plain = PAGE.matcher(word.toString()).replaceFirst("");
      claims.accept(Claim.of(source.word(), i, plain, null));
    }
  }
}
