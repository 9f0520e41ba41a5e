package io.github.hubgenealogy.simulator.server;

import io.github.hubgenealogy.simulator.limit.Bucket;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** What a path asks for. */
sealed interface Route {
  /** Which repositories a path is about. */
  enum Kind {
    MODELS,
    DATASETS
  }

  /** A list. */
  record Listing(Kind kind) implements Route {}

  /** A repository's record, at a revision or null. */
  record Detail(Kind kind, String id, String revision) implements Route {}

  /** A file. */
  record File(Kind kind, FileEndpoint.Request request) implements Route {}

  /** A file in the cache. */
  record Cached(Kind kind, String id, String commit, String path) implements Route {}

  /** The files of a repository at a revision. */
  record Tree(Kind kind, String id, String revision) implements Route {}

  /** Somebody's overview. */
  record Overview(boolean organisation, String name) implements Route {}

  /** A page for people. */
  record Page(String path) implements Route {}

  /** Nothing of the API. */
  record Unknown() implements Route {}

  /** Which limit the path counts against. */
  default Bucket bucket() {
    if (this instanceof File || this instanceof Cached) {
      return Bucket.RESOLVERS;
    }
    return this instanceof Page ? Bucket.PAGES : Bucket.API;
  }

  /** Reads a path as it came, still encoded. */
  static Route of(String rawPath) {
    List<String> segments = new ArrayList<>();
    for (String segment : rawPath.split("/")) {
      if (!segment.isEmpty()) {
        segments.add(decoded(segment));
      }
    }
    if (segments.size() >= 2 && segments.get(0).equals("api")) {
      return api(segments.subList(1, segments.size()));
    }
    boolean datasets = !segments.isEmpty() && segments.get(0).equals("datasets");
    List<String> own = datasets ? segments.subList(1, segments.size()) : segments;
    // The word stands second for a bare name, third behind an owner: only a file path is longer.
    for (int at = 1; at <= 2 && at + 2 < own.size(); at++) {
      String word = own.get(at);
      if (word.equals("resolve") || word.equals("raw")) {
        return new File(
            datasets ? Kind.DATASETS : Kind.MODELS,
            new FileEndpoint.Request(
                joined(own, 0, at), word, own.get(at + 1), joined(own, at + 2, own.size())));
      }
    }
    return new Page(rawPath);
  }

  private static Route api(List<String> segments) {
    String word = segments.get(0);
    if (word.equals("resolve-cache") && segments.size() >= 5) {
      return cached(segments.subList(1, segments.size()));
    }
    if ((word.equals("organizations") || word.equals("users"))
        && segments.size() == 3
        && segments.get(2).equals("overview")) {
      return new Overview(word.equals("organizations"), segments.get(1));
    }
    if (!word.equals("models") && !word.equals("datasets")) {
      return new Unknown();
    }
    Kind kind = word.equals("models") ? Kind.MODELS : Kind.DATASETS;
    List<String> rest = segments.subList(1, segments.size());
    if (rest.isEmpty()) {
      return new Listing(kind);
    }
    int tree = rest.subList(0, Math.min(3, rest.size())).indexOf("tree");
    if (tree > 0 && rest.size() == tree + 2) {
      return new Tree(kind, joined(rest, 0, tree), rest.get(tree + 1));
    }
    int revision = rest.subList(0, Math.min(3, rest.size())).indexOf("revision");
    if (revision > 0 && rest.size() > revision + 1) {
      String id = joined(rest, 0, revision);
      return new Detail(kind, id, joined(rest, revision + 1, rest.size()));
    }
    return rest.size() <= 2 ? new Detail(kind, joined(rest, 0, rest.size()), null) : new Unknown();
  }

  /** The commit, 40 hexadecimal digits, tells where the id ends. */
  private static Route cached(List<String> segments) {
    Kind kind = segments.get(0).equals("datasets") ? Kind.DATASETS : Kind.MODELS;
    for (int at = 2; at <= 3 && at + 1 < segments.size(); at++) {
      if (segments.get(at).matches("[0-9a-f]{40}")) {
        return new Cached(
            kind,
            joined(segments, 1, at),
            segments.get(at),
            joined(segments, at + 1, segments.size()));
      }
    }
    return new Unknown();
  }

  private static String joined(List<String> segments, int from, int to) {
    return String.join("/", segments.subList(from, to));
  }

  private static String decoded(String segment) {
    if (segment.indexOf('%') < 0) {
      return segment;
    }
    try {
      return URLDecoder.decode(segment.replace("+", "%2B"), StandardCharsets.UTF_8);
    } catch (IllegalArgumentException notEncoded) {
      return segment;
    }
  }
}
