package io.github.hubgenealogy.explorer.genealogy;

import java.time.Instant;
import java.util.List;

/**
 * A model as it stands in a list, a tree or a drawing. All of it is in memory, so that a thousand
 * of them cost no query.
 *
 * @param owner null for an id without owner
 * @param createdAt null where the list did not say
 * @param downloads of the last 30 days, null where the list did not say; likewise likes
 * @param task the pipeline tag, or null; likewise library and modelType
 * @param licences empty where none is declared
 * @param gated false, auto or manual; null where the list did not say
 * @param parents how many edges lead up, text claims left out, copies included
 * @param children how many lead down, likewise
 * @param descendants as table {@code lineage} counts under policy union: a lower bound where the
 *     closure was capped
 */
public record Member(
    String id,
    String owner,
    Presence presence,
    Instant createdAt,
    Long downloads,
    Long likes,
    String task,
    String library,
    String modelType,
    Long parameters,
    List<String> licences,
    String gated,
    int parents,
    int children,
    int descendants,
    boolean inCycle) {
  public Member {
    licences = List.copyOf(licences);
  }
}
