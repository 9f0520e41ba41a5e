package io.github.hubgenealogy.explorer.web.api;

import io.github.hubgenealogy.explorer.exposure.Answer;
import io.github.hubgenealogy.explorer.exposure.Asked;
import io.github.hubgenealogy.explorer.exposure.Candidate;
import io.github.hubgenealogy.explorer.exposure.Contact;
import io.github.hubgenealogy.explorer.exposure.Coverage;
import io.github.hubgenealogy.explorer.exposure.DatasetUsed;
import io.github.hubgenealogy.explorer.exposure.Publisher;
import io.github.hubgenealogy.explorer.exposure.Relative;
import io.github.hubgenealogy.explorer.exposure.Step;
import io.github.hubgenealogy.explorer.exposure.ToCheck;
import io.github.hubgenealogy.explorer.genealogy.Carries;
import io.github.hubgenealogy.explorer.genealogy.Genealogy;
import io.github.hubgenealogy.explorer.genealogy.Member;
import io.github.hubgenealogy.explorer.genealogy.Page;
import io.github.hubgenealogy.explorer.genealogy.WarningSign;
import io.github.hubgenealogy.explorer.web.Problem;
import io.github.hubgenealogy.lake.command.Fault;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Everything that descends from some models or data sets, a page of each of its lists at a time.
 */
final class ExposureQuestion {
  private static final int SHOWN = 200;
  private static final String CARRIES = "carries";
  private static final String PUBLISHERS_OFFSET = "publishers_offset";
  private static final String CANDIDATES_OFFSET = "candidates_offset";

  private final Exposed exposed;

  private ExposureQuestion(Exposed exposed) {
    this.exposed = exposed;
  }

  static Endpoint endpoint(Exposed exposed) {
    ExposureQuestion question = new ExposureQuestion(exposed);
    return new Endpoint(
        Set.of(
            Parameters.ALL_SNAPSHOTS,
            Parameters.ID,
            CARRIES,
            Parameters.OFFSET,
            Parameters.LIMIT,
            PUBLISHERS_OFFSET,
            CANDIDATES_OFFSET),
        (views, given) ->
            io.github.hubgenealogy.explorer.web.Answer.json(question.answer(views, given)));
  }

  /**
   * One descendant or ancestor.
   *
   * @param way the links from what was asked for to it
   */
  record Row(
      Member model,
      Carries carries,
      int distance,
      List<Step> way,
      List<String> policies,
      Set<WarningSign> warnings,
      Instant lastModified,
      boolean present) {
    static Row of(Relative relative) {
      return new Row(
          relative.model(),
          relative.carries(),
          relative.distance(),
          relative.way(),
          relative.policies(),
          relative.warnings(),
          relative.lastModified(),
          relative.present());
    }
  }

  /**
   * Somebody to write to.
   *
   * @param models how many of the descendants are theirs
   */
  record Writer(
      String owner,
      String type,
      String displayName,
      int models,
      Map<Carries, Integer> carries,
      long downloads,
      int gone,
      List<Contact> contacts) {
    static Writer of(Publisher publisher) {
      return new Writer(
          publisher.owner(),
          publisher.type(),
          publisher.displayName(),
          publisher.models().size(),
          publisher.carries(),
          publisher.downloads(),
          publisher.gone(),
          publisher.contacts());
    }
  }

  /**
   * The answer.
   *
   * @param snapshot the newest of those read
   * @param snapshots all that were read, the oldest first
   * @param descendants those that carry what was asked for, or all
   */
  record Exposure(
      Head snapshot,
      List<Head> snapshots,
      List<Asked> asked,
      Map<Carries, Integer> totals,
      Page<Row> descendants,
      Page<Row> ancestors,
      Page<DatasetUsed> datasets,
      Page<Writer> publishers,
      Page<ToCheck> toCheck,
      Page<Candidate> candidates,
      Coverage coverage) {}

  private Exposure answer(List<Genealogy> views, Parameters given) {
    List<String> ids = given.ids();
    int limit = given.number(Parameters.LIMIT, 50, 1, 500);
    int offset = given.number(Parameters.OFFSET, 0, 0, 10_000_000);
    int publishers = given.number(PUBLISHERS_OFFSET, 0, 0, 10_000_000);
    int candidates = given.number(CANDIDATES_OFFSET, 0, 0, 10_000_000);
    String carries = given.oneOf(CARRIES, words(), "");
    try {
      return exposed.read(
          views,
          ids,
          answer ->
              new Exposure(
                  Head.of(Endpoint.newest(views).snapshot()),
                  answer.snapshots().stream().map(Head::of).toList(),
                  answer.asked(),
                  answer.totals(),
                  page(group(answer, carries), offset, limit, Row::of),
                  page(answer.ancestors(), 0, SHOWN, Row::of),
                  page(answer.datasets(), 0, SHOWN, Function.identity()),
                  page(answer.publishers(), publishers, limit, Writer::of),
                  page(answer.toCheck(), 0, SHOWN, Function.identity()),
                  page(answer.candidates(), candidates, limit, Function.identity()),
                  answer.coverage()));
    } catch (Fault unknown) {
      throw Problem.notFound(unknown.what() + "; " + unknown.remedy());
    }
  }

  private static Set<String> words() {
    return Arrays.stream(Carries.values()).map(Carries::word).collect(Collectors.toSet());
  }

  /** Descendants are ordered by what they carry, so those of one kind stand together. */
  private static List<Relative> group(Answer answer, String word) {
    if (word.isEmpty()) {
      return answer.descendants();
    }
    int from = 0;
    for (Carries each : Carries.values()) {
      int many = answer.totals().getOrDefault(each, 0);
      if (each.word().equals(word)) {
        return answer.descendants().subList(from, from + many);
      }
      from += many;
    }
    return List.of();
  }

  private static <T, R> Page<R> page(List<T> all, int offset, int limit, Function<T, R> row) {
    int from = Math.min(offset, all.size());
    int to = Math.min(all.size(), from + limit);
    return new Page<>(all.subList(from, to).stream().map(row).toList(), all.size(), from);
  }
}
