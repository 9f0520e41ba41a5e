package io.github.hubgenealogy.simulator.ecosystem;

import io.github.hubgenealogy.simulator.chance.Chance;

/**
 * A whole ecosystem: its structure, and everything that is made on the fly from it. Safe for use by
 * several threads, since nothing in it changes.
 */
public final class Ecosystem {
  private final EcosystemSettings settings;
  private final Structure structure;
  private final Chance chance;
  private final Owners owners;
  private final Names names;
  private final Keys keys;
  private final Deleted deleted;
  private final Datasets datasets;
  private final LineageMaker lineages;
  private final FrontMatter frontMatter;
  private final TagMaker tagMaker;
  private final Figures figures;
  private final Trends trends;

  private Ecosystem(EcosystemSettings settings, Structure structure) {
    this.settings = settings;
    this.structure = structure;
    this.chance = new Chance(settings.seed());
    this.owners = new Owners(chance, settings.models());
    this.names = new Names(structure, chance, owners, settings.seed());
    this.keys = new Keys(chance);
    this.deleted = new Deleted(chance, structure.deleted);
    this.datasets = new Datasets(settings.models(), chance, owners, settings.seed());
    this.lineages =
        new LineageMaker(
            structure, chance, names, new HubInference(names, deleted, settings.keptBase()));
    this.frontMatter = new FrontMatter(structure, chance, names);
    this.tagMaker = new TagMaker(structure, chance);
    this.figures = new Figures(structure, chance);
    this.trends = new Trends(chance);
  }

  /** Builds an ecosystem: about a second for a million models. */
  public static Ecosystem of(EcosystemSettings settings) {
    return new Ecosystem(settings, StructureBuilder.build(settings));
  }

  public EcosystemSettings settings() {
    return settings;
  }

  /** How many models are listed. */
  public int size() {
    return structure.size;
  }

  /** A listed model. */
  public SimulatedModel model(int number) {
    return new SimulatedModel(this, number);
  }

  public Datasets datasets() {
    return datasets;
  }

  public Deleted deleted() {
    return deleted;
  }

  /** The listed model of this name, today or once and in any case, or −1. */
  public int find(String id) {
    int model = names.model(id);
    return model >= 0 ? model : names.formerly(id);
  }

  /** A listed model's key. */
  public String key(int model) {
    return keys.key(structure.created[model], model);
  }

  /** A commit of a listed model: 0 is the head, higher ones are older. */
  public String commit(int model, int age) {
    return keys.commit(model, age);
  }

  /** The key of a model that no list has. */
  String keyOfDeleted(int number) {
    return keys.key(Timeline.SENTINEL + 5 + number, 0xFFFFFF - number);
  }

  String keyOfDataset(int dataset) {
    return keys.key(datasets.created(dataset), dataset);
  }

  Structure structure() {
    return structure;
  }

  Chance chance() {
    return chance;
  }

  Owners owners() {
    return owners;
  }

  Names names() {
    return names;
  }

  Keys keys() {
    return keys;
  }

  LineageMaker lineages() {
    return lineages;
  }

  FrontMatter frontMatter() {
    return frontMatter;
  }

  TagMaker tagMaker() {
    return tagMaker;
  }

  Figures figures() {
    return figures;
  }

  Trends trends() {
    return trends;
  }
}
