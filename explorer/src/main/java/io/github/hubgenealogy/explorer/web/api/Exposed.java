package io.github.hubgenealogy.explorer.web.api;

import io.github.hubgenealogy.explorer.exposure.Answer;
import io.github.hubgenealogy.explorer.genealogy.Genealogy;
import java.lang.ref.SoftReference;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.WeakHashMap;
import java.util.function.Function;

/**
 * The last few answers of exposure, so that turning a page does not walk two hundred thousand
 * models again. An answer makes its rows when they are asked for, from state that threads may not
 * share: one reads at a time.
 */
public final class Exposed {
  private static final int KEPT = 4;

  private final Exposer exposer;
  private final Map<Genealogy, SoftReference<Map<Key, Answer>>> kept = new WeakHashMap<>();

  /** Who answers; throws a fault where a name leads nowhere. */
  @FunctionalInterface
  public interface Exposer {
    Answer answer(List<Genealogy> views, List<String> ids);
  }

  Exposed(Exposer exposer) {
    this.exposer = exposer;
  }

  /**
   * Reads something of an answer, all of it before this returns.
   *
   * @param views the snapshots asked, the oldest first
   */
  <T> T read(List<Genealogy> views, List<String> ids, Function<Answer, T> reading) {
    Map<Key, Answer> answers = of(Endpoint.newest(views));
    Key key = new Key(views.stream().map(System::identityHashCode).toList(), ids);
    synchronized (answers) {
      Answer answer = answers.get(key);
      if (answer == null) {
        answer = exposer.answer(views, ids);
        answers.put(key, answer);
      }
      return reading.apply(answer);
    }
  }

  /** A question: a snapshot that was closed and opened again is another. */
  private record Key(List<Integer> views, List<String> ids) {}

  private synchronized Map<Key, Answer> of(Genealogy view) {
    SoftReference<Map<Key, Answer>> reference = kept.get(view);
    Map<Key, Answer> answers = reference == null ? null : reference.get();
    if (answers == null) {
      answers = new Last();
      kept.put(view, new SoftReference<>(answers));
    }
    return answers;
  }

  private static final class Last extends LinkedHashMap<Key, Answer> {
    private static final long serialVersionUID = 1L;

    Last() {
      super(16, 0.75f, true);
    }

    @Override
    protected boolean removeEldestEntry(Map.Entry<Key, Answer> eldest) {
      return size() > KEPT;
    }
  }
}
