package io.github.hubgenealogy.cluster;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.hubgenealogy.lake.command.ExitCode;
import io.github.hubgenealogy.lake.command.Fault;
import io.github.hubgenealogy.lake.store.Lake;
import io.github.hubgenealogy.lake.store.LakeFiles;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
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

  @Test
  void a_store_that_does_not_answer_is_told_of_in_one_line() {
    assertThatThrownBy(() -> Lake.at("hdfs://127.0.0.1:9/lake"))
        .isInstanceOfSatisfying(
            Fault.class,
            fault -> {
              assertThat(fault.exitCode()).isEqualTo(ExitCode.BAD_INPUT);
              assertThat(fault.line())
                  .startsWith("hubgen: the lake cannot be reached (ConnectException")
                  .contains("hdfs://127.0.0.1:9/lake")
                  .contains("HADOOP_CONF_DIR");
            });
  }

  @Override
  LakeFiles files(String name) {
    return Lake.writableAt(hdfs.address() + "/lakes/" + name).files();
  }
}
