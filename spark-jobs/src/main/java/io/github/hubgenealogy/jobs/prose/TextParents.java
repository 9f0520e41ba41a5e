package io.github.hubgenealogy.jobs.prose;

import io.github.hubgenealogy.jobs.prose.ProseRule.Family;
import io.github.hubgenealogy.jobs.prose.ProseRule.Names;
import io.github.hubgenealogy.lake.id.ClaimedId;
import io.github.hubgenealogy.lake.id.ModelId;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Which of a card's statements name parents of the card's own model. The rule is to leave out what
 * is not sure:
 *
 * <ul>
 *   <li>a statement whose sentence is about another model is not this model's;
 *   <li>a card that re-packages (a GGUF, GPTQ, MLX … conversion) has the one parent that it says it
 *       re-packages; whatever else it says was copied from that model's card;
 *   <li>a model whose name says that it is such a conversion, and whose card says nothing of it,
 *       has its original's card, so that nothing in it is about this model;
 *   <li>else the kind of making that the card speaks of first counts: of training the first
 *       sentence, of a merge all.
 * </ul>
 */
public final class TextParents {
  private static final Pattern CONVERSION =
      Pattern.compile(
          "(?:^|[-_.])(?:gguf|ggml|gptq|awq|exl[23]|[\\d.]{1,4}bpw|int[48]|[2-8][-_]?bits?|mlx|onnx|openvino"
              + "|quanto|hqq|aqlm|fp8|nf4|w[48]a(?:8|16)|imatrix|i?q[2-8](?:_\\w{1,5})?|quantized|quants?)(?:$|[-_.])",
          Pattern.CASE_INSENSITIVE);

  private static final Pattern LETTERLESS = Pattern.compile("[^a-z0-9]");

  private TextParents() {}

  /** All statements of a card's body, of whatever model, however long its lines are. */
  static List<Statement> statements(String body) {
    return read(body, Integer.MAX_VALUE).statements();
  }

  /**
   * All statements of a card's body, of whatever model.
   *
   * @param longestLine characters of a line that is searched
   */
  public static ProseReading read(String body, int longestLine) {
    return ProseReader.read(body, longestLine);
  }

  /** The parents of one model by the statements of its card; each parent once. */
  public static List<TextParent> of(String modelId, List<Statement> statements) {
    if (statements.isEmpty()) {
      return List.of();
    }
    List<Statement> own =
        statements.stream().filter(statement -> isAbout(modelId, statement)).toList();
    boolean repackaged =
        own.stream().anyMatch(statement -> statement.rule().family() == Family.REPACKAGED);
    if (own.isEmpty() || (!repackaged && isConversion(modelId))) {
      return List.of();
    }
    Family family = repackaged ? Family.REPACKAGED : own.get(0).rule().family();
    List<TextParent> parents = new ArrayList<>();
    Set<String> known = new HashSet<>();
    int first =
        own.stream()
            .filter(each -> each.rule().family() == family)
            .findFirst()
            .orElseThrow()
            .place();
    for (Statement statement : own) {
      ProseRule rule = statement.rule();
      if (rule.family() != family) {
        continue;
      }
      boolean counts =
          family == Family.MERGED
              ? rule != ProseRule.MERGE_CONFIGURATION || isOnlyConfiguration(own, statement)
              : statement.place() == first;
      if (counts && known.add(identity(statement.claimedText()))) {
        parents.add(new TextParent(statement.claimedText(), rule.relation(), rule));
      }
    }
    return parents;
  }

  /**
   * Whether nothing else tells what was merged: a card may quote the configurations of several
   * steps, whose models are not this model's parents.
   */
  private static boolean isOnlyConfiguration(List<Statement> own, Statement configuration) {
    return ModelId.isOwned(configuration.claimedText())
        && own.stream()
            .filter(each -> each.rule().family() == Family.MERGED)
            .allMatch(each -> each.place() == configuration.place());
  }

  private static boolean isConversion(String modelId) {
    return CONVERSION.matcher(name(modelId)).find();
  }

  /**
   * Whether the sentence names no other model as what it is about, nor, where it names its parent
   * first, the model itself.
   */
  private static boolean isAbout(String modelId, Statement statement) {
    if (statement.rule().names() == Names.BEFORE
        && identity(statement.claimedText()).equals(modelId.toLowerCase(Locale.ROOT))) {
      return false;
    }
    if (statement.subject() == null) {
      return true;
    }
    ClaimedId subject = ClaimedId.of(statement.subject());
    if (subject.id() == null) {
      return false;
    }
    String said = letters(name(subject.id()));
    String own = letters(name(modelId));
    return own.contains(said) || said.contains(own);
  }

  private static String letters(String name) {
    return LETTERLESS.matcher(name.toLowerCase(Locale.ROOT)).replaceAll("");
  }

  private static String name(String id) {
    return id.substring(id.indexOf('/') + 1);
  }

  private static String identity(String text) {
    ClaimedId claimed = ClaimedId.of(text);
    return (claimed.id() == null ? text : claimed.id()).toLowerCase(Locale.ROOT);
  }
}
