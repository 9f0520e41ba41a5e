package io.github.hubgenealogy.simulator.server;

import io.github.hubgenealogy.simulator.hub.Access;
import io.github.hubgenealogy.simulator.hub.Repository;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Predicate;

/**
 * The parameters that narrow a list (hub-api §1.1): all must hold. What the server ignores without
 * a word ({@code library}, {@code other}, {@code dataset}) is ignored here too.
 */
final class Narrowing {
  private Narrowing() {}

  /** What a repository must be to be listed; {@code null} where every one is. */
  static Predicate<Repository> of(Parameters parameters) {
    List<Predicate<Repository>> tests = new ArrayList<>();
    parameters
        .first("author")
        .ifPresent(author -> tests.add(each -> owner(each.id()).equalsIgnoreCase(author)));
    for (String words : parameters.all("search")) {
      String wanted = words.toLowerCase(Locale.ROOT);
      tests.add(each -> each.id().toLowerCase(Locale.ROOT).contains(wanted));
    }
    parameters
        .first("pipeline_tag")
        .ifPresent(task -> tests.add(each -> task.equals(each.pipelineTag())));
    parameters.first("gated").ifPresent(wanted -> tests.add(gated(wanted)));
    parameters.first("num_parameters").ifPresent(range -> tests.add(parameterRange(range)));
    for (String tag : parameters.all("filter")) {
      for (String each : tag.split(",")) {
        tests.add(repository -> repository.tags().contains(each));
      }
    }
    parameters
        .first("inference")
        .ifPresent(word -> tests.add(each -> each.tags().contains("endpoints_compatible")));
    for (String apps : parameters.all("apps")) {
      List<String> any = List.of(apps.split(","));
      tests.add(each -> any.stream().anyMatch(app -> usableBy(app, each)));
    }
    parameters.first("inference_provider").ifPresent(word -> tests.add(each -> false));
    return tests.stream().reduce(Predicate::and).orElse(null);
  }

  private static String owner(String id) {
    return id.substring(0, Math.max(0, id.indexOf('/')));
  }

  private static Predicate<Repository> gated(String wanted) {
    boolean yes = wanted.equals("true");
    return each -> (each.access() == Access.GATED) == yes;
  }

  /** Local applications run GGUF files; which app takes what else is not public. */
  private static boolean usableBy(String app, Repository repository) {
    return Set.of("llama.cpp", "ollama", "lmstudio", "jan").contains(app)
        && repository.tags().contains("gguf");
  }

  /** {@code min:6B,max:128B}. */
  private static Predicate<Repository> parameterRange(String range) {
    double least = 0;
    double most = Double.MAX_VALUE;
    for (String part : range.split(",")) {
      int colon = part.indexOf(':');
      double number = colon < 0 ? Double.NaN : number(part.substring(colon + 1));
      if (Double.isNaN(number)) {
        throw new BadRequest("✖ Invalid input\n  → at num_parameters");
      } else if (part.startsWith("min")) {
        least = number;
      } else {
        most = number;
      }
    }
    double from = least;
    double to = most;
    return each -> each.parameters() >= from && each.parameters() <= to;
  }

  private static double number(String text) {
    if (text.isEmpty()) {
      return Double.NaN;
    }
    char unit = Character.toUpperCase(text.charAt(text.length() - 1));
    double factor =
        switch (unit) {
          case 'K' -> 1e3;
          case 'M' -> 1e6;
          case 'B' -> 1e9;
          case 'T' -> 1e12;
          default -> 1;
        };
    try {
      return factor * Double.parseDouble(factor == 1 ? text : text.substring(0, text.length() - 1));
    } catch (NumberFormatException notNumber) {
      return Double.NaN;
    }
  }
}
