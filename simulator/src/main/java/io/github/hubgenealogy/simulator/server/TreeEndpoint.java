package io.github.hubgenealogy.simulator.server;

import io.github.hubgenealogy.simulator.hub.GitBlob;
import io.github.hubgenealogy.simulator.hub.Repository;
import io.github.hubgenealogy.simulator.hub.Shelf;
import io.github.hubgenealogy.simulator.hub.Sibling;
import io.github.hubgenealogy.simulator.json.JsonBytes;
import java.nio.charset.StandardCharsets;

/**
 * A repository's files: {@code /api/models/{id}/tree/{revision}}, which the Hub's Python client
 * asks before it downloads a whole repository. All files lie at the root.
 */
final class TreeEndpoint {
  private TreeEndpoint() {}

  static Answer of(Shelf shelf, Route.Tree asked, Caller caller) {
    String api = asked.kind() == Route.Kind.MODELS ? "/api/models/" : "/api/datasets/";
    String rest = "/tree/" + Links.path(asked.revision());
    return RepositoryEndpoint.of(
        shelf,
        asked.id(),
        caller,
        current -> api + current + rest,
        repository ->
            Revisions.exists(repository, asked.revision())
                ? files(repository)
                : Errors.noRevision(asked.revision()));
  }

  private static Answer files(Repository repository) {
    JsonBytes json = new JsonBytes(1_024);
    json.beginArray();
    for (Sibling file : repository.siblings()) {
      json.beginObject().name("type").string("file");
      json.name("oid").string(GitBlob.name(file.path().getBytes(StandardCharsets.UTF_8)));
      json.name("size").number(file.bytes());
      if (file.large()) {
        json.name("lfs").beginObject().name("oid").string(file.sha256());
        json.name("size").number(file.bytes());
        json.name("pointerSize").number(Sibling.POINTER_BYTES).endObject();
      }
      json.name("path").string(file.path()).endObject();
    }
    return Answer.json(200, json.endArray());
  }
}
