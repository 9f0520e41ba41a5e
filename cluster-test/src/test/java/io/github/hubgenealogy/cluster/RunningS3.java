package io.github.hubgenealogy.cluster;

import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Properties;
import java.util.TreeMap;
import org.gaul.s3proxy.AuthenticationType;
import org.gaul.s3proxy.S3Proxy;
import org.gaul.s3proxy.nio2blob.FilesystemNio2BlobProviderMetadata;
import org.jclouds.ContextBuilder;
import org.jclouds.blobstore.BlobStore;
import org.jclouds.blobstore.BlobStoreContext;

/** An S3 server over a folder, on loopback. */
final class RunningS3 implements AutoCloseable {
  private final BlobStoreContext store;
  private final S3Proxy server;

  private RunningS3(BlobStoreContext store, S3Proxy server) {
    this.store = store;
    this.server = server;
  }

  /** Starts one with these buckets. */
  static RunningS3 start(Path folder, String... buckets) throws Exception {
    Properties settings = new Properties();
    settings.setProperty("jclouds.filesystem.basedir", Files.createDirectories(folder).toString());
    BlobStoreContext store =
        ContextBuilder.newBuilder(new FilesystemNio2BlobProviderMetadata())
            .credentials("nobody", "nothing")
            .overrides(settings)
            .build(BlobStoreContext.class);
    BlobStore blobs = store.getBlobStore();
    for (String bucket : buckets) {
      blobs.createContainerInLocation(null, bucket);
    }
    S3Proxy server =
        S3Proxy.builder()
            .blobStore(blobs)
            .awsAuthentication(AuthenticationType.NONE, "nobody", "nothing")
            .endpoint(URI.create("http://127.0.0.1:0"))
            .build();
    server.start();
    return new RunningS3(store, server);
  }

  int port() {
    return server.getPort();
  }

  /** What Hadoop's client is told, by its own names, to reach a server on a port. */
  static Map<String, String> settings(int port) {
    return new TreeMap<>(
        Map.of(
            "fs.s3a.retry.interval", "50ms",
            "fs.s3a.retry.throttle.interval", "50ms",
            "fs.s3a.endpoint", "http://127.0.0.1:" + port,
            "fs.s3a.endpoint.region", "us-east-1",
            "fs.s3a.path.style.access", "true",
            "fs.s3a.connection.ssl.enabled", "false",
            "fs.s3a.aws.credentials.provider",
                "org.apache.hadoop.fs.s3a.SimpleAWSCredentialsProvider",
            "fs.s3a.access.key", "nobody",
            "fs.s3a.secret.key", "nothing"));
  }

  /** The same for one bucket of this process, as spark-submit's settings reach a driver. */
  static void reach(String bucket, int port) {
    settings(port)
        .forEach(
            (name, value) ->
                System.setProperty(
                    "spark.hadoop." + name.replace("fs.s3a.", "fs.s3a.bucket." + bucket + "."),
                    value));
  }

  @Override
  public void close() throws Exception {
    server.stop();
    store.close();
  }
}
