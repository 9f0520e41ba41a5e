package io.github.hubgenealogy.simulator.ecosystem;

import io.github.hubgenealogy.simulator.card.Tool;
import io.github.hubgenealogy.simulator.chance.Question;
import io.github.hubgenealogy.simulator.hub.Access;
import io.github.hubgenealogy.simulator.json.JsonBytes;
import java.util.ArrayList;
import java.util.List;

/** The values of a model's record, as the Hub's list has them; null or zero stands for none. */
public final class ModelRecord {
  private static final int CONTEXT = 2_048;

  /** A base in {@code baseModels}. */
  public record Base(String key, String id) {}

  private final SimulatedModel model;
  private final Ecosystem ecosystem;
  private final int number;

  public ModelRecord(SimulatedModel model) {
    this.model = model;
    this.ecosystem = model.ecosystem();
    this.number = model.number();
  }

  public String key() {
    return model.key();
  }

  public String id() {
    return model.id();
  }

  public String author() {
    return ecosystem.owners().name(ecosystem.names().owner(number));
  }

  public String sha() {
    return ecosystem.keys().commit(number, 0);
  }

  /** Seconds since 1970. */
  public long created() {
    return model.created();
  }

  /** Seconds since 1970. */
  public long lastModified() {
    return ecosystem.figures().lastModified(number);
  }

  public Access access() {
    Structure structure = ecosystem.structure();
    boolean first = structure.marked(number, Structure.FIRST);
    double gated = structure.marked(number, Structure.NAMED) ? 0.4 : first ? 0.06 : 0.01;
    if (ecosystem.chance().happens(number, Question.GATED, gated)) {
      return Access.GATED;
    }
    boolean disabled = !first && ecosystem.chance().happens(number, Question.DISABLED, 0.0005);
    return disabled ? Access.DISABLED : Access.OPEN;
  }

  /** The kind of gate, {@code auto} or {@code manual}, or null. */
  public String gate() {
    if (access() != Access.GATED) {
      return null;
    }
    return ecosystem.chance().happens(number, Question.GATED_MANUAL, 0.3) ? "manual" : "auto";
  }

  public long downloads() {
    return ecosystem.figures().downloads(number);
  }

  public long downloadsEver() {
    return ecosystem.figures().downloadsEver(number);
  }

  public long likes() {
    return ecosystem.figures().likes(number);
  }

  /** The score at a tick; 0 is the beginning. */
  public double trendingScore(int tick) {
    return ecosystem.trends().score(number, tick);
  }

  public String library() {
    return model.library();
  }

  public String task() {
    return model.task().isEmpty() ? null : model.task();
  }

  public List<String> tags() {
    return model.tags().tags();
  }

  /** Writes the card's keys and values. */
  public boolean cardData(JsonBytes json) {
    if (!model.hasCardData()) {
      return false;
    }
    json.value(model.frontMatter());
    return true;
  }

  public void config(JsonBytes json) {
    new ModelConfig(model).write(json);
  }

  public boolean hasSafetensors() {
    return model.make().safetensors();
  }

  public String tensorType() {
    return ecosystem.structure().domain(number) == Domain.LANGUAGE ? "BF16" : "F32";
  }

  public long parameters() {
    return ModelFiles.parameters(ecosystem, number);
  }

  public boolean hasGguf() {
    return model.make().tool() == Tool.GGUF;
  }

  public String ggufArchitecture() {
    return ecosystem.structure().domain(number).modelType();
  }

  public long ggufContext() {
    return (long) CONTEXT << ecosystem.chance().below(number, Question.CONTEXT_LENGTH, 7);
  }

  /** The relation that the Hub gives to all bases, or null. */
  public String baseRelation() {
    return model.lineage().hub().bases().isEmpty() ? null : model.lineage().hub().relation();
  }

  public List<Base> bases() {
    List<Base> bases = new ArrayList<>(2);
    for (HubView.Base base : model.lineage().hub().bases()) {
      String key =
          base.target() >= 0
              ? ecosystem.key(base.target())
              : ecosystem.keyOfDeleted(-2 - base.target());
      bases.add(new Base(key, base.id()));
    }
    return bases;
  }

  public byte[] readme() {
    return model.readme();
  }
}
