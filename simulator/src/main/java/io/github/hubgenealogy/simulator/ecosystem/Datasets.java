package io.github.hubgenealogy.simulator.ecosystem;

import io.github.hubgenealogy.simulator.chance.Chance;
import io.github.hubgenealogy.simulator.chance.Question;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** The datasets of an ecosystem, and which of them models name. */
public final class Datasets {
  /** 175,000 datasets beside 760,460 models (stalnaker.models). */
  private static final double PER_MODEL = 175_000 / 760_460.0;

  /** Datasets that have no owner in their name still. */
  private static final int WITHOUT_OWNER = 12;

  private static final int WELL_KNOWN = 3_000;

  /** Subjects of chance far from those of models. */
  private static final long SUBJECT = 1L << 40;

  // Loaders' names, which the Trainer writes as if they were datasets (laufer.dataset.counts).
  private static final String[] LOADERS = {"imagefolder", "generator", "custom", "audiofolder"};

  private final int count;
  private final Chance chance;
  private final Owners owners;
  private final Words words;

  Datasets(int models, Chance chance, Owners owners, long seed) {
    this.count = Math.max(2 * WITHOUT_OWNER, (int) (models * PER_MODEL));
    this.chance = chance;
    this.owners = owners;
    this.words = new Words(Chance.mix(seed + 7));
  }

  public int count() {
    return count;
  }

  public String id(int dataset) {
    String name = words.word(dataset) + "-data";
    return dataset < WITHOUT_OWNER ? name : owner(dataset) + '/' + Names.capital(name);
  }

  /** The owner, or null for a dataset without one. */
  public String owner(int dataset) {
    return dataset < WITHOUT_OWNER ? null : owners.name(owners.anyone(SUBJECT + dataset));
  }

  public long created(int dataset) {
    return Timeline.second((dataset + 0.5) / count);
  }

  /** The listed dataset of this name, in any case, or −1. */
  int dataset(String id) {
    int from = id.indexOf('/') + 1;
    if (id.length() < from + Words.LENGTH) {
      return -1;
    }
    int number = words.number(id.substring(from, from + Words.LENGTH));
    return number >= 0 && number < count && id(number).equalsIgnoreCase(id) ? number : -1;
  }

  long subject(int dataset) {
    return SUBJECT + dataset;
  }

  /** The training data that a model's card names, in order. */
  List<DatasetReference> of(int model, double rate) {
    if (!chance.happens(model, Question.DATASET, rate)) {
      return List.of();
    }
    int wanted = 1 + (int) (3 * Math.pow(chance.unit(model, Question.DATASET_COUNT), 4));
    List<DatasetReference> references = new ArrayList<>(wanted);
    for (int round = 0; round < wanted; round++) {
      references.add(reference(model, round));
    }
    return references;
  }

  /** Three that everybody uses, three thousand that are well known, and the rest. */
  private int owned(int model, int round) {
    int owned = count - WITHOUT_OWNER;
    double unit = chance.unit(model, Question.DATASET_WHICH, round);
    if (unit < 0.0125) {
      return 0;
    } else if (unit < 0.0191) {
      return Math.min(1, owned - 1);
    } else if (unit < 0.0254) {
      return Math.min(2, owned - 1);
    }
    double rest = (unit - 0.0254) / (1 - 0.0254);
    int place = (int) (owned * rest * rest * rest * rest);
    int known = Math.min(WELL_KNOWN, owned);
    return place < known
        ? (int) Math.floorMod(chance.bits(model, Question.DATASET_WHICH, round), (long) known)
        : place;
  }

  private static String loader(double unit) {
    return unit < 0.53
        ? LOADERS[0]
        : unit < 0.87 ? LOADERS[1] : unit < 0.94 ? LOADERS[2] : LOADERS[3];
  }

  private DatasetReference reference(int model, int round) {
    int owned = WITHOUT_OWNER + owned(model, round);
    double unit = chance.unit(model, Question.DATASET_FORM, round);
    String id = id(owned);
    if (unit < 0.82) {
      return new DatasetReference(id, owned, DatasetReference.Resolution.EXACT);
    } else if (unit < 0.88) {
      String name = id.substring(id.indexOf('/') + 1);
      return new DatasetReference(name, owned, DatasetReference.Resolution.UNIQUE_NAME);
    } else if (unit < 0.92) {
      int bare = chance.below(model, Question.DATASET_WHICH, round, WITHOUT_OWNER);
      return new DatasetReference(id(bare), bare, DatasetReference.Resolution.EXACT);
    } else if (unit < 0.9485) {
      String loader = loader(chance.unit(model + 31L * round, Question.DATASET_WHICH));
      return new DatasetReference(loader, -1, DatasetReference.Resolution.BARE_NAME);
    } else if (unit < 0.96) {
      String lower = id.toLowerCase(Locale.ROOT);
      return new DatasetReference(lower, owned, DatasetReference.Resolution.CASE_FOLDED);
    }
    String gone = owners.name(owners.anyone(SUBJECT - 1 - model)) + '/' + words.word(count + model);
    return new DatasetReference(gone + "-data", -1, DatasetReference.Resolution.ABSENT);
  }
}
