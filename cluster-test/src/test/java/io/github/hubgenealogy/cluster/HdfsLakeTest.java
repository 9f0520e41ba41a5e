package io.github.hubgenealogy.cluster;

import io.github.hubgenealogy.lake.store.Lake;
import io.github.hubgenealogy.lake.store.LakeFiles;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** A lake on HDFS. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class HdfsLakeTest extends LakeFilesContract {
  private RunningHdfs hdfs;

  @BeforeAll
  void start(@TempDir Path folder) throws Exception {
    hdfs = RunningHdfs.start(folder);
  }

  @AfterAll
  void stop() {
    hdfs.close();
  }

  @Override
  LakeFiles files(String name) {
    return Lake.writableAt(hdfs.address() + "/lakes/" + name).files();
  }
}
