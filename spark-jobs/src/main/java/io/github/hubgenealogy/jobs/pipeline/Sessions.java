package io.github.hubgenealogy.jobs.pipeline;

import org.apache.spark.SparkConf;
import org.apache.spark.sql.SparkSession;

/** Starts Spark: embedded on loopback unless a master is given or spark-submit has set one. */
public final class Sessions {
  private Sessions() {}

  /**
   * A session.
   *
   * @param master as given on the command line, or null
   */
  public static SparkSession open(JobsSettings.Spark settings, String master) {
    SparkConf configuration = new SparkConf();
    if (master != null) {
      configuration.setMaster(master);
    }
    boolean embedded = !configuration.contains("spark.master");
    if (embedded) {
      configuration
          .setMaster(settings.master())
          .set("spark.driver.host", "127.0.0.1")
          .set("spark.driver.bindAddress", "127.0.0.1")
          // The page binds to SPARK_LOCAL_IP and to every address where that is not set.
          .set(
              "spark.ui.enabled",
              Boolean.toString(
                  settings.webPage() && "127.0.0.1".equals(System.getenv("SPARK_LOCAL_IP"))))
          .set("spark.ui.showConsoleProgress", "false");
    } else if (!configuration.get("spark.master").startsWith("local")) {
      // Executors on other machines get our code from us; spark-submit has said where it is.
      configuration.setIfMissing("spark.jars", ownJar());
    }
    configuration
        .setIfMissing("spark.app.name", "hub-genealogy")
        .set("spark.sql.session.timeZone", "UTC")
        .set("spark.sql.ansi.enabled", "true")
        .set("spark.sql.caseSensitive", "true")
        .setIfMissing(
            "spark.sql.shuffle.partitions", Integer.toString(settings.shufflePartitions()))
        .set("spark.sql.parquet.int96RebaseModeInRead", "CORRECTED")
        .set("spark.sql.parquet.datetimeRebaseModeInRead", "CORRECTED")
        // Sets of names that claims lead to are small beside the list, and larger than Spark's own
        // bound.
        .setIfMissing("spark.sql.adaptive.autoBroadcastJoinThreshold", "64m")
        // A build has some hundred generated classes, and rounds come back to theirs: with Spark's
        // own bound of 100 they are compiled again.
        .setIfMissing("spark.sql.codegen.cache.maxEntries", "1000")
        // Files are cut by rows of ours; a second attempt beside the first would write the same
        // name.
        .set("spark.speculation", "false");
    return SparkSession.builder().config(configuration).getOrCreate();
  }

  /** Where these classes are from. */
  private static String ownJar() {
    return Sessions.class.getProtectionDomain().getCodeSource().getLocation().toString();
  }
}
