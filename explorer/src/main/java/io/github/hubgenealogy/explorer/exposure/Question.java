package io.github.hubgenealogy.explorer.exposure;

import io.github.hubgenealogy.explorer.genealogy.Hit;
import io.github.hubgenealogy.explorer.genealogy.Resolved;
import io.github.hubgenealogy.explorer.store.StoredGenealogy;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What was asked for, resolved: each name in the newest snapshot that knows it.
 *
 * @param asked one entry a name, in the order asked
 */
record Question(List<Asked> asked) {

  /** What a name leads to, and the snapshot that says so; in the newest, what it may mean. */
  private record Found(Resolved resolved, String snapshot) {}

  /** Resolves, or fails with the nearest ids in the message. */
  static Question of(Shelf shelf, List<String> texts) {
    Found[] found = new Found[texts.size()];
    for (int s = shelf.newest(); s >= 0 && !Arrays.stream(found).allMatch(Question::isKnown); s--) {
      shelf.read(
          s,
          genealogy -> {
            resolve(genealogy, texts, found);
            return null;
          });
    }
    for (Found one : found) {
      if (!isKnown(one)) {
        throw one.resolved().fault("model or data set", one.snapshot());
      }
    }
    return shelf.readNewest(newest -> asked(newest, texts, found));
  }

  private static boolean isKnown(Found found) {
    return found != null && found.resolved().found();
  }

  private static void resolve(StoredGenealogy genealogy, List<String> texts, Found[] found) {
    for (int i = 0; i < found.length; i++) {
      if (isKnown(found[i])) {
        continue;
      }
      Resolved resolved = genealogy.resolve(texts.get(i));
      // Where nobody knows it, the newest snapshot says what is near.
      if (found[i] == null || resolved.found()) {
        found[i] = new Found(resolved, genealogy.snapshot().id());
      }
    }
  }

  private static Question asked(StoredGenealogy newest, List<String> texts, Found[] found) {
    Map<String, Asked> asked = new LinkedHashMap<>();
    for (int i = 0; i < found.length; i++) {
      Resolved resolved = found[i].resolved();
      asked.putIfAbsent(
          resolved.kind() + " " + resolved.id(),
          new Asked(
              texts.get(i),
              resolved.how().word(),
              resolved.kind(),
              resolved.id(),
              found[i].snapshot(),
              isPresent(newest, resolved)));
    }
    return new Question(new ArrayList<>(asked.values()));
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
