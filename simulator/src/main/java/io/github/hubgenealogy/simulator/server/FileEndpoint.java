package io.github.hubgenealogy.simulator.server;

import io.github.hubgenealogy.simulator.hub.Access;
import io.github.hubgenealogy.simulator.hub.GitBlob;
import io.github.hubgenealogy.simulator.hub.Repository;
import io.github.hubgenealogy.simulator.hub.Shelf;
import io.github.hubgenealogy.simulator.hub.Sibling;
import java.util.Locale;

/**
 * Files: {@code /{id}/resolve/{revision}/{path}}, {@code /{id}/raw/…}, and the cache that a small
 * file's resolving leads to (hub-api §2.3).
 */
final class FileEndpoint {
  private static final String README = "README.md";

  /** A file asked for. */
  record Request(String id, String kind, String revision, String path) {}

  private final Shelf shelf;
  private final boolean redirect;

  /**
   * An endpoint.
   *
   * @param redirect whether resolving leads to the cache first
   */
  FileEndpoint(Shelf shelf, boolean redirect) {
    this.shelf = shelf;
    this.redirect = redirect;
  }

  /** Answers {@code /resolve/} and {@code /raw/}. */
  Answer file(Request asked, Caller caller) {
    String rest = "/" + asked.kind() + "/" + Links.path(asked.revision() + "/" + asked.path());
    return RepositoryEndpoint.of(
        shelf,
        asked.id(),
        caller,
        current -> "/" + shelf.pathPrefix() + current + rest,
        repository -> content(repository, asked, caller));
  }

  private Answer content(Repository repository, Request asked, Caller caller) {
    if (repository.access() == Access.GATED && !caller.granted()) {
      return Errors.gated(caller, repository.id());
    }
    if (!Revisions.exists(repository, asked.revision())) {
      return Errors.noRevision(asked.revision());
    }
    byte[] bytes = bytes(repository, asked.path(), asked.revision());
    String commit = Revisions.commit(repository, asked.revision());
    if (bytes == null) {
      return repository.siblings().stream()
          .filter(file -> file.large() && file.path().equals(asked.path()))
          .findFirst()
          .map(file -> large(file, asked, commit))
          .orElseGet(Errors::noEntry);
    }
    String blob = GitBlob.name(bytes);
    if (asked.kind().equals("raw")) {
      return Answer.bytes(200, type(asked.path()), bytes)
          .etag("W/\"" + blob + '"')
          .ranges()
          .header("X-Repo-Commit", commit);
    }
    return redirect
        ? toCache(repository, asked, commit, blob)
        : fromCache(bytes, asked.path(), commit, blob);
  }

  /** A large file lies elsewhere: raw gives the pointer, resolving leads away (hub-api §2.3). */
  private static Answer large(Sibling file, Request asked, String commit) {
    if (asked.kind().equals("raw")) {
      String pointer =
          "version https://git-lfs.github.com/spec/v1\noid sha256:"
              + file.sha256()
              + "\nsize "
              + file.bytes()
              + "\n";
      return Answer.text(200, pointer).header("X-Repo-Commit", commit);
    }
    return Answer.text(302, "Found. Redirecting to the simulated storage, which is empty")
        .header("Location", "/simulated-storage/" + file.sha256())
        .header("X-Linked-Size", Long.toString(file.bytes()))
        .header("X-Linked-Etag", '"' + file.sha256() + '"')
        .header("X-Repo-Commit", commit);
  }

  private Answer toCache(Repository repository, Request asked, String commit, String blob) {
    String kind = shelf.pathPrefix().isEmpty() ? "models" : "datasets";
    String own =
        "/"
            + shelf.pathPrefix()
            + repository.id()
            + "/resolve/"
            + asked.revision()
            + "/"
            + asked.path();
    String location =
        "/api/resolve-cache/"
            + kind
            + "/"
            + Links.path(repository.id())
            + "/"
            + commit
            + "/"
            + Links.path(asked.path())
            + "?"
            + Links.encoded(own)
            + "=&etag=%22"
            + blob
            + "%22";
    return Answer.bytes(307, "text/html", new byte[0])
        .header("Location", location)
        .header("X-Linked-Etag", '"' + blob + '"')
        .header("X-Repo-Commit", commit);
  }

  /** Answers {@code /api/resolve-cache/models/{id}/{commit}/{path}}. */
  Answer cached(String id, String commit, String path, Caller caller) {
    return RepositoryEndpoint.of(
        shelf,
        id,
        caller,
        current -> "/" + shelf.pathPrefix() + current + "/resolve/" + commit + "/" + path,
        repository -> {
          if (repository.access() == Access.GATED && !caller.granted()) {
            return Errors.gated(caller, repository.id());
          }
          byte[] bytes = bytes(repository, path, commit);
          if (bytes == null || !Revisions.exists(repository, commit)) {
            return Errors.noEntry();
          }
          return fromCache(bytes, path, commit, GitBlob.name(bytes));
        });
  }

  private static Answer fromCache(byte[] bytes, String path, String commit, String blob) {
    return Answer.bytes(200, type(path), bytes)
        .etag('"' + blob + '"')
        .header("X-Repo-Commit", commit)
        .ranges()
        .header("Content-Disposition", "inline; filename*=UTF-8''" + name(path));
  }

  private static byte[] bytes(Repository repository, String path, String revision) {
    return path.equals(README) ? repository.readmeAt(revision) : repository.file(path);
  }

  private static String name(String path) {
    return Links.path(path.substring(path.lastIndexOf('/') + 1));
  }

  private static String type(String path) {
    return path.toLowerCase(Locale.ROOT).endsWith(".json")
        ? "application/json; charset=utf-8"
        : "text/plain; charset=utf-8";
  }
}
