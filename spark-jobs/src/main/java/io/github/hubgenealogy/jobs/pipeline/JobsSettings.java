package io.github.hubgenealogy.jobs.pipeline;

import io.github.hubgenealogy.lake.settings.SettingsFile;
import java.nio.file.Path;

/**
 * The settings of {@code conf/jobs.yaml}: each part has its defaults, which a test holds equal to
 * the file's.
 */
public record JobsSettings(
    Spark spark,
    Cards cards,
    EdgeSettings edges,
    Graph graph,
    StatisticsSettings statistics,
    Report report,
    Publication publication) {

  /** The system property that spark-submit sets of a setting of Spark's. */
  static final String NAMED = "spark.hubgen.settings";

  static final String PACKAGED = "/io/github/hubgenealogy/jobs/jobs.yaml";

  public JobsSettings {
    spark = spark == null ? new Spark(null, null, null) : spark;
    cards = cards == null ? new Cards(null, null, null, null, null, null, null) : cards;
    edges = edges == null ? new EdgeSettings(null, null) : edges;
    graph = graph == null ? new Graph(null, null, null, null, null, null, null) : graph;
    statistics = statistics == null ? StatisticsSettings.defaults() : statistics;
    report = report == null ? new Report(null) : report;
    publication =
        publication == null
            ? new Publication(null, null, null, null, null, null, null)
            : publication;
  }

  /** All defaults. */
  public static JobsSettings defaults() {
    return new JobsSettings(null, null, null, null, null, null, null);
  }

  /**
   * The file that {@code --conf spark.hubgen.settings=FILE} names, else the installation's, else
   * the one that travels in the jar.
   */
  public static JobsSettings ofInstallation() {
    String named = System.getProperty(NAMED);
    if (named != null) {
      return SettingsFile.read(Path.of(named), JobsSettings.class);
    }
    String home = System.getProperty("hubgen.home");
    return home == null
        ? SettingsFile.readResource(PACKAGED, JobsSettings.class)
        : SettingsFile.read(Path.of(home, "conf", "jobs.yaml"), JobsSettings.class);
  }

  /** The same with another engine. */
  public JobsSettings withEngine(EngineChoice engine) {
    return with(graph.withEngine(engine));
  }

  /** The same, with the lineage computed once more by another engine and compared. */
  public JobsSettings withSecondEngine(EngineChoice second) {
    return with(graph.withSecondEngine(second));
  }

  private JobsSettings with(Graph other) {
    return new JobsSettings(spark, cards, edges, other, statistics, report, publication);
  }

  /** How Spark runs when we start it. */
  public record Spark(String master, Integer shufflePartitions, Boolean webPage) {
    public Spark {
      master = master == null ? "local[*]" : master;
      shufflePartitions = shufflePartitions == null ? 16 : shufflePartitions;
      webPage = webPage != null && webPage;
      require(shufflePartitions >= 1, "shuffle-partitions is at least 1");
    }
  }

  /**
   * Limits on cards, which are hostile input.
   *
   * @param maxCardBytes a longer README is not decoded at all; the crawler keeps as much of one, so
   *     that what it cut is still read
   * @param maxUnbrokenChars a longer line of prose is data, and is not searched
   * @param maxModelIndexValues a larger model-index is not kept
   */
  public record Cards(
      Integer maxCardBytes,
      Integer maxFrontMatterBytes,
      Integer maxEvents,
      Integer maxDepth,
      Integer maxAliases,
      Integer maxModelIndexValues,
      Integer maxUnbrokenChars)
      implements java.io.Serializable {
    public Cards {
      maxCardBytes = maxCardBytes == null ? 1 << 20 : maxCardBytes;
      maxFrontMatterBytes = maxFrontMatterBytes == null ? 1 << 20 : maxFrontMatterBytes;
      maxEvents = maxEvents == null ? 50_000 : maxEvents;
      maxDepth = maxDepth == null ? 100 : maxDepth;
      maxAliases = maxAliases == null ? 100 : maxAliases;
      maxModelIndexValues = maxModelIndexValues == null ? 50_000 : maxModelIndexValues;
      maxUnbrokenChars = maxUnbrokenChars == null ? 65_536 : maxUnbrokenChars;
      require(
          maxCardBytes >= 1
              && maxFrontMatterBytes >= 1
              && maxEvents >= 1
              && maxDepth >= 1
              && maxAliases >= 0
              && maxModelIndexValues >= 0
              && maxUnbrokenChars >= 1,
          "limits on cards are positive");
      require(
          maxFrontMatterBytes <= 3_000_000,
          "max-front-matter-bytes is at most 3000000, what the YAML reader takes");
      require(maxDepth <= 500, "max-depth is at most 500");
    }
  }

  /**
   * How lineage is computed.
   *
   * @param maxAncestors ancestors kept for a model
   * @param localFinish from where the engine spark leaves a rest to the driver
   * @param maxRounds rounds of the engine spark for one question
   * @param check whether the components are proved before anything is published
   * @param secondEngine the engine that computes everything once more, or null for none
   */
  public record Graph(
      EngineChoice engine,
      Integer maxAncestors,
      LocalFinish localFinish,
      Integer maxRounds,
      Boolean check,
      EngineChoice secondEngine,
      Graphframes graphframes) {
    public Graph {
      engine = engine == null ? EngineChoice.AUTO : engine;
      maxAncestors = maxAncestors == null ? 10_000 : maxAncestors;
      localFinish = localFinish == null ? new LocalFinish(null) : localFinish;
      maxRounds = maxRounds == null ? 1_000 : maxRounds;
      check = check == null || check;
      graphframes = graphframes == null ? new Graphframes(null, null, null) : graphframes;
      require(maxAncestors >= 1, "max-ancestors is at least 1");
      require(maxRounds >= 1, "max-rounds is at least 1");
    }

    /** Defaults but for the engine and the cap. */
    public static Graph of(EngineChoice engine, int maxAncestors) {
      return new Graph(engine, maxAncestors, null, null, null, null, null);
    }

    Graph withEngine(EngineChoice other) {
      return new Graph(
          other, maxAncestors, localFinish, maxRounds, check, secondEngine, graphframes);
    }

    Graph withSecondEngine(EngineChoice second) {
      return new Graph(engine, maxAncestors, localFinish, maxRounds, check, second, graphframes);
    }

    /** The same with another end of the distributed rounds. */
    public Graph withRounds(int maxEdges, int rounds) {
      return new Graph(
          engine,
          maxAncestors,
          new LocalFinish(maxEdges),
          rounds,
          check,
          secondEngine,
          graphframes);
    }
  }

  /**
   * Where distributed rounds end and the driver takes over.
   *
   * @param maxEdges edges that may be left then; 0 for never
   */
  public record LocalFinish(Integer maxEdges) {
    public LocalFinish {
      maxEdges = maxEdges == null ? 500_000 : maxEdges;
      require(maxEdges >= 0, "local-finish.max-edges is at least 0");
    }
  }

  /**
   * What the engine graphframes hands to that library.
   *
   * @param algorithm as its setAlgorithm takes it
   * @param checkpointInterval rounds between checkpoints; 0 for none
   * @param broadcastThreshold its own bound for broadcasting frequent vertices; −1 leaves that to
   *     Spark
   */
  public record Graphframes(
      String algorithm, Integer checkpointInterval, Integer broadcastThreshold) {
    public Graphframes {
      algorithm = algorithm == null ? "two_phase" : algorithm;
      checkpointInterval = checkpointInterval == null ? 2 : checkpointInterval;
      broadcastThreshold = broadcastThreshold == null ? -1 : broadcastThreshold;
      require(checkpointInterval >= 0, "checkpoint-interval is at least 0");
      require(broadcastThreshold >= -1, "broadcast-threshold is at least -1");
    }
  }

  /** What the report shows. */
  public record Report(Integer top) {
    public Report {
      top = top == null ? 20 : top;
      require(top >= 1 && top <= 1000, "top is between 1 and 1000");
    }
  }

  /**
   * How a published snapshot describes itself.
   *
   * @param retention how long a release is kept, as its datasheet says it
   * @param index whether the explorer's index is a file of the snapshot
   */
  public record Publication(
      String title,
      String publisher,
      String url,
      String contact,
      String license,
      String retention,
      Boolean index) {
    public Publication {
      index = index == null || index;
      title = title == null ? "Hub Genealogy" : title;
      publisher = publisher == null ? "The Hub Genealogy contributors" : publisher;
      url = url == null ? "" : url;
      contact = contact == null ? "" : contact;
      retention = retention == null ? "" : retention;
      license = license == null ? "https://creativecommons.org/publicdomain/zero/1.0/" : license;
      require(
          !title.isBlank() && !publisher.isBlank() && !license.isBlank(),
          "title, publisher and license of a publication are not empty");
    }
  }

  static void require(boolean holds, String rule) {
    if (!holds) {
      throw new IllegalArgumentException(rule);
    }
  }
}
