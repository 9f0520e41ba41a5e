package io.github.hubgenealogy.jobs;

import io.github.hubgenealogy.jobs.pipeline.JobsSettings;
import io.github.hubgenealogy.jobs.pipeline.Sessions;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/**
 * Gives tests a real Spark session, opened as the commands open theirs, once for the run of the
 * module.
 */
public final class SparkExtension implements ParameterResolver {

  @Override
  public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
    return parameter.getParameter().getType() == SparkSession.class;
  }

  @Override
  public SparkSession resolveParameter(ParameterContext parameter, ExtensionContext context) {
    return context
        .getRoot()
        .getStore(ExtensionContext.Namespace.GLOBAL)
        .getOrComputeIfAbsent(Session.class, key -> new Session(), Session.class)
        .spark;
  }

  private static final class Session implements AutoCloseable {
    private final SparkSession spark =
        Sessions.open(new JobsSettings.Spark("local[2]", 4, false), null);

    @Override
    public void close() {
      spark.stop();
    }
  }
}
