package io.github.hubgenealogy.lake.store;

import io.github.hubgenealogy.lake.command.ExitCode;
import io.github.hubgenealogy.lake.command.Fault;
import java.io.IOException;
import java.net.URI;
import java.util.Map;
import java.util.TreeMap;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.UnsupportedFileSystemException;

/**
 * Hadoop's client as this process has it: which settings it was given, and what to say where its
 * jars are not there. Settings come from {@code core-site.xml} and {@code hdfs-site.xml} on the
 * class path, and from {@code spark.hadoop.*} where spark-submit was given such.
 */
final class HadoopClient {
  private static final String SPARK = "spark.hadoop.";

  private HadoopClient() {}

  /** Something that asks a store. */
  interface Question<T> {
    T ask(String argument) throws IOException;
  }

  /**
   * The settings that differ from Hadoop's own defaults: they go wherever the lake goes, since an
   * executor has neither the files nor the command line of the driver. They may hold a secret and
   * are never printed.
   */
  static Map<String, String> settings() {
    Configuration installed = new Configuration();
    // These two files add to the client's defaults when its classes are loaded.
    installed.addResource("hdfs-site.xml");
    Map<String, String> settings = new TreeMap<>();
    for (Map.Entry<String, String> setting : installed) {
      String[] sources = installed.getPropertySources(setting.getKey());
      if (sources != null && !sources[sources.length - 1].endsWith("-default.xml")) {
        settings.put(setting.getKey(), setting.getValue());
      }
    }
    for (String name : System.getProperties().stringPropertyNames()) {
      if (name.startsWith(SPARK)) {
        settings.put(name.substring(SPARK.length()), System.getProperty(name));
      }
    }
    return settings;
  }

  static Configuration configuration(Map<String, String> settings) {
    Configuration configuration = new Configuration();
    settings.forEach(configuration::set);
    return configuration;
  }

  /** Asks, and makes one line of what keeps the store from answering. */
  static <T> T attempt(URI location, Question<T> question, String argument) {
    try {
      return question.ask(argument);
    } catch (UnsupportedFileSystemException unknown) {
      throw lacking(location, unknown);
    } catch (LinkageError missing) {
      throw lacking(location, missing);
    } catch (IOException | RuntimeException failed) {
      if (failed instanceof Fault fault) {
        throw fault;
      }
      if (isMissingClass(failed)) {
        throw lacking(location, failed);
      }
      throw new Fault(
          ExitCode.BAD_INPUT,
          "the lake cannot be reached (" + reason(failed) + ")",
          location.toString(),
          "See that the address, the settings in HADOOP_CONF_DIR and the rights are as they should be.",
          failed);
    }
  }

  private static boolean isMissingClass(Throwable failed) {
    for (Throwable each = failed; each != null; each = each.getCause()) {
      if (each instanceof ClassNotFoundException || each instanceof LinkageError) {
        return true;
      }
    }
    return false;
  }

  private static String reason(Throwable failed) {
    String message = failed.getMessage();
    return failed.getClass().getSimpleName()
        + (message == null ? "" : ": " + message.lines().findFirst().orElse(""));
  }

  private static Fault lacking(URI location, Throwable cause) {
    String remedy =
        switch (String.valueOf(location.getScheme())) {
          case "hdfs" ->
              "Run it with HUBGEN_PROFILES=hdfs (or build by mvn -Phdfs); under spark-submit Spark has them.";
          case "s3a" ->
              "Run it with HUBGEN_PROFILES=s3 (or build by mvn -Ps3); under spark-submit add --packages "
                  + "org.apache.hadoop:hadoop-aws:3.4.2.";
          default -> "Use a folder, hdfs://… or s3a://….";
        };
    return new Fault(
        ExitCode.BAD_INPUT,
        "this build lacks the jars for a lake of this kind",
        location.toString(),
        remedy,
        cause);
  }
}
