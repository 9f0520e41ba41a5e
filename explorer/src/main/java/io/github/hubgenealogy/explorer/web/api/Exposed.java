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
  private final Map<Genealogy, SoftReference<Map<List<String>, Answer>>> kept = new WeakHashMap<>();

  /** Who answers; throws a fault where a name leads nowhere. */
  @FunctionalInterface
  public interface Exposer {
    Answer answer(Genealogy view, List<String> ids);
  }

  Exposed(Exposer exposer) {
    this.exposer = exposer;
  }

  /** Reads something of an answer, all of it before this returns. */
  <T> T read(Genealogy view, List<String> ids, Function<Answer, T> reading) {
    Map<List<String>, Answer> answers = of(view);
    synchronized (answers) {
      Answer answer = answers.get(ids);
      if (answer == null) {
        answer = exposer.answer(view, ids);
        answers.put(ids, answer);
      }
      return reading.apply(answer);
    }
  }

  private synchronized Map<List<String>, Answer> of(Genealogy view) {
    SoftReference<Map<List<String>, Answer>> reference = kept.get(view);
    Map<List<String>, Answer> answers = reference == null ? null : reference.get();
    if (answers == null) {
      answers = new Last();
      kept.put(view, new SoftReference<>(answers));
    }
    return answers;
  }

  private static final class Last extends LinkedHashMap<List<String>, Answer> {
    private static final long serialVersionUID = 1L;

    Last() {
      super(16, 0.75f, true);
    }

    @Override
    protected boolean removeEldestEntry(Map.Entry<List<String>, Answer> eldest) {
      return size() > KEPT;
    }
  }
}
