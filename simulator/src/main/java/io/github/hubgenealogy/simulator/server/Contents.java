package io.github.hubgenealogy.simulator.server;

import io.github.hubgenealogy.simulator.fault.FaultKind;
import io.github.hubgenealogy.simulator.hub.Found;
import io.github.hubgenealogy.simulator.hub.Hub;
import io.github.hubgenealogy.simulator.hub.Shelf;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import org.eclipse.jetty.server.Request;

/** Answers what a path asks for from what the Hub holds. */
final class Contents {
  private final Hub hub;
  private final ServerSettings settings;

  Contents(Hub hub, ServerSettings settings) {
    this.hub = hub;
    this.settings = settings;
  }

  Answer answer(Request request, Route route, Caller caller, Set<FaultKind> wrong) {
    Parameters parameters = Parameters.of(request.getHttpURI().getQuery());
    if (route instanceof Route.Listing list) {
      boolean models = list.kind() == Route.Kind.MODELS;
      return new ListEndpoint(shelf(list.kind()), models, settings.encodeCursor())
          .page(address(request), parameters, wrong);
    } else if (route instanceof Route.Detail detail) {
      boolean models = detail.kind() == Route.Kind.MODELS;
      String api = models ? "/api/models/" : "/api/datasets/";
      return new RepositoryEndpoint(shelf(detail.kind()), api, models)
          .record(detail.id(), detail.revision(), parameters, caller);
    } else if (route instanceof Route.Tree tree) {
      return TreeEndpoint.of(shelf(tree.kind()), tree, caller);
    } else if (route instanceof Route.File file) {
      return files(file.kind()).file(file.request(), caller);
    } else if (route instanceof Route.Cached cached) {
      return files(cached.kind()).cached(cached.id(), cached.commit(), cached.path(), caller);
    } else if (route instanceof Route.Overview overview) {
      return OverviewEndpoint.of(hub, overview);
    }
    return route instanceof Route.Page page ? page(page) : Errors.noSuchPage();
  }

  /** Pages for people: only that there is one. */
  private Answer page(Route.Page page) {
    String id = page.path().substring(1);
    boolean there = id.isEmpty() || hub.models().find(id) instanceof Found.Here;
    String title = id.isEmpty() ? "A simulated Hub" : "A simulated model";
    return there
        ? Answer.bytes(
            200,
            "text/html; charset=utf-8",
            ("<!doctype html><title>" + title + "</title>\n").getBytes(StandardCharsets.UTF_8))
        : Errors.noSuchPage();
  }

  private Shelf shelf(Route.Kind kind) {
    return switch (kind) {
      case MODELS -> hub.models();
      case DATASETS -> hub.datasets();
    };
  }

  private FileEndpoint files(Route.Kind kind) {
    return new FileEndpoint(shelf(kind), settings.resolveRedirects());
  }

  private static String address(Request request) {
    var uri = request.getHttpURI();
    return uri.getScheme() + "://" + uri.getAuthority() + uri.getPath();
  }
}
