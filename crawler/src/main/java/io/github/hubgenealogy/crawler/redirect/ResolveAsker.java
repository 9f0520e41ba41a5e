package io.github.hubgenealogy.crawler.redirect;

import io.github.hubgenealogy.crawler.CrawlSession;
import io.github.hubgenealogy.crawler.asking.Asker;
import io.github.hubgenealogy.crawler.hub.Answer;
import io.github.hubgenealogy.crawler.hub.Ask;
import io.github.hubgenealogy.crawler.hub.Endpoint;
import io.github.hubgenealogy.crawler.hub.HubClient;
import io.github.hubgenealogy.crawler.packed.PackedCells;
import java.net.URI;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Asks where an id's README is, by HEAD, which counts against the larger allowance. The Hub answers
 * for the repository before it looks for the file, so that any answer about the file means that the
 * repository is there. The columns are those of raw/redirects.
 */
final class ResolveAsker implements Asker<String> {
  private static final Pattern CACHE =
      Pattern.compile("/api/resolve-cache/models/(.+?)/[0-9a-f]{40}/.*");
  private static final Pattern FILE = Pattern.compile("/(.+?)/resolve/.*");

  private final HubClient client;
  private final ListedIds listed;
  private final int redirects;
  private final RedirectRows rows;

  ResolveAsker(CrawlSession session, ListedIds listed) {
    this.client = session.client();
    this.listed = listed;
    this.redirects = session.settings().http().redirects();
    this.rows = new RedirectRows(session);
  }

  @Override
  public String question(PackedCells row) {
    return row.text(0);
  }

  @Override
  public Object[] ask(String id) {
    String current = id;
    Answer.Given<Void> first = null;
    for (int hop = 0; hop <= redirects; hop++) {
      URI at = client.endpoint().at("/" + Endpoint.path(current) + "/resolve/main/README.md");
      Answer<Void> answer =
          client.ask(new Ask(Ask.Kind.PROBE, at, Map.of(), 0), (asked, headers, body) -> null);
      if (answer instanceof Answer.Failed<Void> failed) {
        return rows.failed(id, failed);
      }
      Answer.Given<Void> given = (Answer.Given<Void>) answer;
      first = first == null ? given : first;
      rows.refuseBadToken(given);
      boolean redirect = given.status() >= 301 && given.status() <= 308 && given.status() != 304;
      if (!redirect) {
        return told(id, current, first, given);
      }
      String leadsTo = RedirectRows.target(at, given).map(this::idOf).orElse(current);
      if (leadsTo.equals(current) || listed.contains(leadsTo)) {
        return rows.found(id, leadsTo, first.status(), first.asked());
      }
      if (isCache(at, given)) {
        return rows.found(id, leadsTo, first.status(), first.asked());
      }
      current = leadsTo;
    }
    return rows.row(id, RedirectStatus.UNKNOWN, null, first.status(), first.asked());
  }

  private Object[] told(
      String id, String current, Answer.Given<Void> first, Answer.Given<Void> given) {
    String code = given.errorCode();
    boolean gated = code.equals("GatedRepo") || given.errorMessage().contains("restricted");
    boolean there =
        given.status() == 200
            || code.equals("EntryNotFound")
            || code.equals("RevisionNotFound")
            || gated;
    if (there) {
      return rows.found(id, current, first.status(), first.asked());
    }
    RedirectStatus status =
        switch (given.status()) {
          case 404, 410 -> RedirectStatus.MISSING;
          case 401, 403, 451 -> RedirectStatus.REFUSED;
          default -> RedirectStatus.UNKNOWN;
        };
    return rows.row(id, status, null, first.status(), first.asked());
  }

  /** The repository that a place is of; null where it is not the Hub's to say. */
  private String idOf(URI place) {
    if (!client.endpoint().owns(place)) {
      return null;
    }
    Matcher cache = CACHE.matcher(place.getRawPath());
    if (cache.matches()) {
      return RedirectRows.id(cache.group(1));
    }
    Matcher file = FILE.matcher(place.getRawPath());
    return file.matches() ? RedirectRows.id(file.group(1)) : null;
  }

  private static boolean isCache(URI at, Answer.Given<Void> given) {
    return RedirectRows.target(at, given)
        .filter(place -> CACHE.matcher(place.getRawPath()).matches())
        .isPresent();
  }
}
