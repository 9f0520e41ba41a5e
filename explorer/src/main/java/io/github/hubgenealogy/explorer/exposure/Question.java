package io.github.hubgenealogy.explorer.exposure;

import io.github.hubgenealogy.explorer.genealogy.Hit;
import io.github.hubgenealogy.explorer.genealogy.Resolved;
import io.github.hubgenealogy.explorer.store.StoredGenealogy;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What was asked for, resolved: each name in the newest snapshot that knows it.
 *
 * @param asked one entry a name, in the order asked
 */
record Question(List<Asked> asked) {

  /** Resolves, or fails with the nearest ids in the message. */
  static Question of(Archive archive, List<String> texts) {
    Map<String, Asked> asked = new LinkedHashMap<>();
    for (String text : texts) {
      Asked one = resolved(archive, text);
      asked.putIfAbsent(one.kind() + " " + one.id(), one);
    }
    return new Question(new ArrayList<>(asked.values()));
  }

  private static Asked resolved(Archive archive, String text) {
    Resolved first = null;
    for (int s = archive.snapshots().size() - 1; s >= 0; s--) {
      StoredGenealogy snapshot = archive.snapshots().get(s);
      Resolved resolved = snapshot.resolve(text);
      if (resolved.found()) {
        return new Asked(
            text,
            resolved.how().word(),
            resolved.kind(),
            resolved.id(),
            snapshot.snapshot().id(),
            isPresent(archive.newest(), resolved));
      }
      first = first == null ? resolved : first;
    }
    throw first.fault("model or data set", archive.newest().snapshot().id());
  }

  private static boolean isPresent(StoredGenealogy newest, Resolved resolved) {
    return switch (resolved.kind()) {
      case MODEL ->
          newest.graph().vertices().ids().find(resolved.id()) >= 0
              && newest.member(resolved.id()).presence().word().equals("listed");
      case DATASET -> newest.resolveDataset(resolved.id()).found();
      case OWNER -> false;
    };
  }

  List<String> ids(Hit.Kind kind) {
    return asked.stream().filter(one -> one.kind() == kind).map(Asked::id).toList();
  }
}
