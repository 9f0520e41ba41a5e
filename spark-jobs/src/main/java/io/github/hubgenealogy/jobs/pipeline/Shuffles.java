package io.github.hubgenealogy.jobs.pipeline;

import java.util.Map;
import java.util.Properties;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.spark.scheduler.SparkListener;
import org.apache.spark.scheduler.SparkListenerStageCompleted;
import org.apache.spark.scheduler.SparkListenerStageSubmitted;

/**
 * Adds up what each stage of a build writes into shuffles, by the job group that {@link Pipeline}
 * sets. Spark tells it from a thread of its own: whole only once the session is closed.
 */
public final class Shuffles extends SparkListener {
  private static final String JOB_GROUP = "spark.jobGroup.id";

  private final Map<Integer, String> groups = new ConcurrentHashMap<>();
  private final Map<String, Long> bytes = new ConcurrentHashMap<>();

  @Override
  public void onStageSubmitted(SparkListenerStageSubmitted submitted) {
    Properties properties = submitted.properties();
    String group = properties == null ? null : properties.getProperty(JOB_GROUP);
    if (group != null) {
      groups.put(submitted.stageInfo().stageId(), group);
    }
  }

  @Override
  public void onStageCompleted(SparkListenerStageCompleted completed) {
    String group = groups.remove(completed.stageInfo().stageId());
    if (group != null) {
      long written = completed.stageInfo().taskMetrics().shuffleWriteMetrics().bytesWritten();
      bytes.merge(group, written, Long::sum);
    }
  }

  /** Bytes that a stage of the build wrote into shuffles, compressed. */
  public long bytes(String stage) {
    return bytes.getOrDefault(stage, 0L);
  }
}
