package io.github.hubgenealogy.simulator.server;

import io.github.hubgenealogy.simulator.hub.Access;
import io.github.hubgenealogy.simulator.hub.Field;
import io.github.hubgenealogy.simulator.hub.Found;
import io.github.hubgenealogy.simulator.hub.Repository;
import io.github.hubgenealogy.simulator.hub.Shelf;
import io.github.hubgenealogy.simulator.json.JsonBytes;
import java.util.List;
import java.util.function.Function;

/** One repository's record: {@code /api/models/{id}}, and at a revision. */
final class RepositoryEndpoint {
  private final Shelf shelf;
  private final String api;
  private final boolean models;

  /**
   * An endpoint.
   *
   * @param api the path before the id, {@code /api/models/}
   */
  RepositoryEndpoint(Shelf shelf, String api, boolean models) {
    this.shelf = shelf;
    this.api = api;
    this.models = models;
  }

  /**
   * Answers for what a name leads to.
   *
   * @param elsewhere the path under which a moved repository is asked for
   */
  static Answer of(
      Shelf shelf,
      String id,
      Caller caller,
      Function<String, String> elsewhere,
      Function<Repository, Answer> here) {
    Found found = shelf.find(id);
    if (found instanceof Found.Moved moved) {
      return Answer.redirect(elsewhere.apply(Links.path(moved.currentId())));
    } else if (found instanceof Found.Here present) {
      return present.repository().access() == Access.DISABLED
          ? Errors.disabled()
          : here.apply(present.repository());
    }
    return Errors.noRepository(caller);
  }

  Answer record(String id, String revision, Parameters parameters, Caller caller) {
    List<Field> fields = models ? Shape.ofDetail(parameters) : Shape.ofDatasets(parameters);
    String rest = revision == null ? "" : "/revision/" + Links.path(revision);
    return of(
        shelf,
        id,
        caller,
        current -> api + current + rest,
        repository -> {
          if (revision != null && !Revisions.exists(repository, revision)) {
            return Errors.noRevision(revision);
          }
          JsonBytes json = new JsonBytes(8_192);
          ListEndpoint.record(repository, fields, json);
          return Answer.json(200, json);
        });
  }
}
