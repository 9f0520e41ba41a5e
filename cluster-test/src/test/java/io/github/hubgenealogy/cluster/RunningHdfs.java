package io.github.hubgenealogy.cluster;

import java.io.IOException;
import java.nio.file.Path;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.hdfs.MiniDFSCluster;

/** An HDFS of one name node and one data node on loopback. */
final class RunningHdfs implements AutoCloseable {
  private final MiniDFSCluster cluster;

  private RunningHdfs(MiniDFSCluster cluster) {
    this.cluster = cluster;
  }

  static RunningHdfs start(Path folder) throws IOException {
    Configuration settings = new Configuration();
    settings.set(MiniDFSCluster.HDFS_MINIDFS_BASEDIR, folder.toString());
    settings.set("dfs.namenode.rpc-bind-host", "127.0.0.1");
    settings.set("dfs.permissions.enabled", "false");
    return new RunningHdfs(new MiniDFSCluster.Builder(settings).numDataNodes(1).build());
  }

  /** Such as {@code hdfs://127.0.0.1:1234}. */
  String address() {
    return "hdfs://127.0.0.1:" + cluster.getNameNodePort();
  }

  @Override
  public void close() {
    cluster.shutdown();
  }
}
