package io.github.hubgenealogy.jobs.edges;

import io.github.hubgenealogy.jobs.policy.Resolution;
import io.github.hubgenealogy.lake.id.ClaimedId;
import java.io.Serializable;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.apache.spark.broadcast.Broadcast;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * Finds the repository that a claim leads to, in the order of the definitions, in memory: what
 * {@link Resolver} finds by joins, without a shuffle of the claims.
 */
final class NameResolver implements Serializable {
  private static final long serialVersionUID = 1L;

  private final Broadcast<ListedNames> names;
  private final HashMap<String, String> aliases = new HashMap<>();
  private final Set<String> pathWords;

  /**
   * A resolver over one list.
   *
   * @param aliases old_id and current_id, each old_id once
   */
  NameResolver(Broadcast<ListedNames> names, Dataset<Row> aliases, List<String> pathWords) {
    this.names = names;
    this.pathWords = Set.copyOf(names.value().withoutOwner(pathWords));
    for (Row alias : aliases.collectAsList()) {
      this.aliases.put(alias.getString(0), alias.getString(1));
    }
  }

  /**
   * Where a claim leads.
   *
   * @param parent the id's UTF-8 bytes, or null
   * @param exact whether the text is a listed id
   */
  @SuppressWarnings("ArrayRecordComponent") // it lives for one row
  record Answer(byte[] parent, Resolution resolution, boolean exact) {}

  /** Resolves one claim of a child, given by its UTF-8 bytes. */
  Answer of(byte[] child, ClaimedId claimed, String lookup, String parentKey) {
    ListedNames listed = names.value();
    byte[] text = lookup == null ? null : lookup.getBytes(StandardCharsets.UTF_8);
    int exact = text == null ? -1 : listed.exact(text);
    int keyed = parentKey == null ? -1 : listed.byKey(parentKey.getBytes(StandardCharsets.UTF_8));
    byte[] parent = null;
    Resolution way = null;
    if (keyed >= 0) {
      parent = listed.id(keyed);
      way = Resolution.BY_KEY;
    } else if (exact >= 0) {
      parent = text;
      way = Resolution.EXACT;
    } else if (text != null) {
      int folded = listed.folded(text);
      if (folded >= 0) {
        parent = listed.id(folded);
        way = Resolution.CASE_FOLDED;
      } else if (aliases.containsKey(lookup)) {
        parent = aliases.get(lookup).getBytes(StandardCharsets.UTF_8);
        way = Resolution.REDIRECTED;
      }
    }
    if (way == null) {
      way = unlisted(claimed);
      parent = way == Resolution.ABSENT ? claimed.id().getBytes(StandardCharsets.UTF_8) : null;
    }
    return parent != null && Arrays.equals(parent, child)
        ? new Answer(null, Resolution.SELF, exact >= 0)
        : new Answer(parent, way, exact >= 0);
  }

  private Resolution unlisted(ClaimedId claimed) {
    return switch (claimed.shape()) {
      case OWNED -> isPath(claimed.id()) ? Resolution.LOCAL_PATH : Resolution.ABSENT;
      case BARE -> Resolution.BARE_NAME;
      case LOCAL_PATH -> Resolution.LOCAL_PATH;
      case PLACEHOLDER -> Resolution.PLACEHOLDER;
      case MALFORMED -> Resolution.MALFORMED;
    };
  }

  private boolean isPath(String id) {
    return pathWords.contains(id.substring(0, id.indexOf('/')).toLowerCase(Locale.ROOT));
  }
}
