package io.github.hubgenealogy.simulator.server;

import io.github.hubgenealogy.simulator.fault.FaultKind;
import io.github.hubgenealogy.simulator.hub.Field;
import io.github.hubgenealogy.simulator.hub.Order;
import io.github.hubgenealogy.simulator.hub.Repository;
import io.github.hubgenealogy.simulator.hub.Shelf;
import io.github.hubgenealogy.simulator.hub.SortKey;
import io.github.hubgenealogy.simulator.json.JsonBytes;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/** The lists: {@code /api/models} and {@code /api/datasets}, page by page. */
final class ListEndpoint {
  /** The most records of a page, and as many where no limit is asked for (hub-api §1.1). */
  static final int MOST = 1_000;

  private static final int BYTES_A_RECORD = 2_600;

  private final Shelf shelf;
  private final boolean models;
  private final boolean encodeCursor;

  ListEndpoint(Shelf shelf, boolean models, boolean encodeCursor) {
    this.shelf = shelf;
    this.models = models;
    this.encodeCursor = encodeCursor;
  }

  /**
   * One page.
   *
   * @param address the list's own address, for the next page's link
   * @param wrong faults, of which a short page and duplicates are this class's business
   */
  Answer page(String address, Parameters parameters, Set<FaultKind> wrong) {
    List<Field> fields = models ? Shape.ofList(parameters) : Shape.ofDatasets(parameters);
    SortKey sort = sort(parameters);
    boolean ascending = ascending(parameters);
    int asked = limit(parameters);
    int limit = wrong.contains(FaultKind.SHORT_PAGE) ? Math.max(1, asked / 3) : asked;
    Predicate<Repository> narrowing = Narrowing.of(parameters);
    Order order = shelf.order(sort, ascending);
    int rank =
        parameters
            .first("cursor")
            .map(text -> Cursor.decode(text, sort))
            .map(cursor -> order.rankAfter(cursor.value(), cursor.key()))
            .orElse(0);
    int skip = parameters.first("skip").map(text -> number("skip", text, 0)).orElse(0);

    JsonBytes json = new JsonBytes(2 + Math.min(limit, order.size()) * BYTES_A_RECORD);
    json.beginArray();
    boolean twice = wrong.contains(FaultKind.DUPLICATE);
    if (twice && rank > 0 && shelf.listed(order.place(rank - 1))) {
      record(shelf.at(order.place(rank - 1)), fields, json);
    }
    int written = 0;
    int last = -1;
    for (; rank < order.size() && written < limit; rank++) {
      int place = order.place(rank);
      if (!shelf.listed(place)) {
        continue;
      }
      Repository repository = shelf.at(place);
      if (narrowing != null && !narrowing.test(repository)) {
        continue;
      }
      last = place;
      if (skip > 0) {
        skip--;
        continue;
      }
      record(repository, fields, json);
      if (twice && written % 7 == 0) {
        record(repository, fields, json);
      }
      written++;
    }
    json.endArray();
    shelf.served(sort, rank, written);
    Answer answer = Answer.json(200, json);
    if (rank < order.size() && last >= 0) {
      Cursor cursor = new Cursor(order.value(last), shelf.key(last));
      String next = Links.next(address, parameters, cursor.encode(sort, ascending), encodeCursor);
      answer.header("Link", "<" + next + ">; rel=\"next\"");
    }
    return answer;
  }

  /** One record: the key, the id, and what was asked for where it is there. */
  static void record(Repository repository, List<Field> fields, JsonBytes json) {
    json.beginObject();
    json.name("_id").string(repository.key()).name("id").string(repository.id());
    for (Field field : fields) {
      int mark = json.length();
      json.name(field.word());
      if (!repository.write(field, json)) {
        json.truncate(mark);
      }
    }
    json.endObject();
  }

  private static SortKey sort(Parameters parameters) {
    String word = parameters.first("sort").orElse(SortKey.TRENDING_SCORE.word());
    return SortKey.of(word)
        .orElseThrow(
            () ->
                BadRequest.option(
                    Arrays.stream(SortKey.values())
                        .map(key -> '"' + key.word() + '"')
                        .collect(Collectors.joining("|")),
                    "sort"));
  }

  private static boolean ascending(Parameters parameters) {
    String direction = parameters.first("direction").orElse("-1");
    return switch (direction) {
      case "-1" -> false;
      case "1" -> true;
      default -> throw BadRequest.option("\"-1\"|\"1\"", "direction");
    };
  }

  private static int limit(Parameters parameters) {
    return parameters
        .first("limit")
        .map(text -> Math.min(MOST, number("limit", text, 1)))
        .orElse(MOST);
  }

  private static int number(String name, String text, int least) {
    try {
      long number = Long.parseLong(text);
      if (number >= least) {
        return (int) Math.min(number, Integer.MAX_VALUE);
      }
      throw new BadRequest("✖ Too small: expected number to be >=" + least + "\n  → at " + name);
    } catch (NumberFormatException notNumber) {
      throw new BadRequest("✖ Invalid input: expected number, received NaN\n  → at " + name);
    }
  }
}
