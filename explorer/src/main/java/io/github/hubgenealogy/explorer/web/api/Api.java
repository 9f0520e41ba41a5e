package io.github.hubgenealogy.explorer.web.api;

import io.github.hubgenealogy.explorer.web.Answer;
import io.github.hubgenealogy.explorer.web.Problem;
import io.github.hubgenealogy.explorer.web.Site;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** The API's paths: a request goes to its endpoint, with the snapshot it names held open. */
public final class Api implements Site {
  /** Where it lies. */
  public static final String PREFIX = "/api/v1/";

  private static final String DESCRIPTION = "openapi.yaml";
  private static final String CHANGES = "changes";
  private static final String FROM = "from";

  private final Snapshots snapshots;
  private final Map<String, Endpoint> endpoints;
  private final Answer description;

  public Api(Snapshots snapshots, Exposed.Exposer exposer) {
    this.snapshots = snapshots;
    this.endpoints = endpoints(exposer);
    this.description = description();
  }

  private static Map<String, Endpoint> endpoints(Exposed.Exposer exposer) {
    Map<String, Endpoint> all = new TreeMap<>(ModelEndpoints.all());
    all.put("lineage", Endpoint.json(LineageQuestion.parameters(), LineageQuestion::answer));
    Set<String> compared = new HashSet<>(Parameters.FILTER);
    compared.addAll(Set.of("a", "b"));
    Exposed exposed = new Exposed(exposer);
    all.put("exposure", ExposureQuestion.endpoint(exposed));
    all.put("record", RecordQuestion.endpoint(exposed));
    all.put("export", ExportQuestion.endpoint());
    all.put("compare", Endpoint.json(compared, CompareQuestion::answer));
    return all;
  }

  private static Answer description() {
    try (InputStream file = Api.class.getResourceAsStream(DESCRIPTION)) {
      return new Answer(200, "application/yaml", file.readAllBytes(), null, null).hashed();
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }

  record All(String standard, List<Snapshots.Listed> snapshots) {}

  /** The one question to two snapshots. */
  private Answer changes(String query) {
    Parameters given = Parameters.of(query, Set.of(Parameters.ID, FROM, Parameters.SNAPSHOT));
    String id = given.required(Parameters.ID);
    try (Snapshots.Lease before = snapshots.use(given.required(FROM));
        Snapshots.Lease now = snapshots.use(given.text(Parameters.SNAPSHOT))) {
      return Answer.json(ChangesQuestion.answer(now.genealogy(), before.genealogy(), id));
    }
  }

  @Override
  public Answer answer(String path, String query) {
    String name = path.substring(PREFIX.length());
    if (name.equals(DESCRIPTION)) {
      return description;
    }
    if (name.equals("snapshots")) {
      Parameters.of(query, Set.of());
      return Answer.json(new All(snapshots.standard(), snapshots.published()));
    }
    if (name.equals(CHANGES)) {
      return changes(query);
    }
    Endpoint endpoint = endpoints.get(name);
    if (endpoint == null) {
      throw Problem.notFound("no such path; they are described in " + PREFIX + DESCRIPTION);
    }
    Set<String> known = new HashSet<>(endpoint.parameters());
    known.add(Parameters.SNAPSHOT);
    Parameters given = Parameters.of(query, known);
    if (known.contains(Parameters.ALL_SNAPSHOTS) && given.isSet(Parameters.ALL_SNAPSHOTS)) {
      return overAll(endpoint, given);
    }
    try (Snapshots.Lease lease = snapshots.use(given.text(Parameters.SNAPSHOT))) {
      return endpoint.body().answer(List.of(lease.genealogy()), given);
    }
  }

  private Answer overAll(Endpoint endpoint, Parameters given) {
    if (given.text(Parameters.SNAPSHOT) != null) {
      throw Problem.badRequest("one snapshot and all of them are asked for: give one of the two");
    }
    List<Snapshots.Lease> leases = new ArrayList<>();
    try {
      for (String id : snapshots.allAtOnce()) {
        leases.add(snapshots.use(id));
      }
      return endpoint
          .body()
          .answer(leases.stream().map(Snapshots.Lease::genealogy).toList(), given);
    } finally {
      leases.forEach(Snapshots.Lease::close);
    }
  }
}
