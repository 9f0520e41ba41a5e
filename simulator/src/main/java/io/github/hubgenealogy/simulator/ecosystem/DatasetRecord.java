package io.github.hubgenealogy.simulator.ecosystem;

import io.github.hubgenealogy.simulator.chance.Question;
import java.util.List;

/** The values of a dataset's record, as the Hub's list has them. */
public final class DatasetRecord {
  private static final String[] TASKS = {
    "task_categories:text-classification",
    "task_categories:text-generation",
    "task_categories:question-answering"
  };

  private final Ecosystem ecosystem;
  private final int number;
  private final long subject;

  public DatasetRecord(Ecosystem ecosystem, int number) {
    this.ecosystem = ecosystem;
    this.number = number;
    this.subject = ecosystem.datasets().subject(number);
  }

  public String key() {
    return ecosystem.keyOfDataset(number);
  }

  public String id() {
    return ecosystem.datasets().id(number);
  }

  /** The owner, or null. */
  public String author() {
    return ecosystem.datasets().owner(number);
  }

  public String sha() {
    return ecosystem.keys().commit(subject, 0);
  }

  /** Seconds since 1970. */
  public long created() {
    return ecosystem.datasets().created(number);
  }

  public boolean gated() {
    return ecosystem.chance().happens(subject, Question.GATED, 0.03);
  }

  public long downloads() {
    double unit = ecosystem.chance().unit(subject, Question.DOWNLOADS);
    return (long) (Math.pow(1 - unit + 1e-6, -0.9) * 3 - 3);
  }

  public long downloadsEver() {
    return 7 * downloads();
  }

  public long likes() {
    double unit = ecosystem.chance().unit(subject, Question.LIKES);
    return (long) (Math.pow(1 - unit + 1e-6, -0.5) - 0.9);
  }

  public List<String> tags() {
    String task = ecosystem.chance().pick(subject, Question.TAG, TASKS);
    return List.of(task, "language:en", "license:mit", "size_categories:1K<n<10K", "region:us");
  }
}
