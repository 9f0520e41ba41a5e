package io.github.hubgenealogy.cluster;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.hubgenealogy.lake.store.Lake;
import io.github.hubgenealogy.lake.store.LakeFiles;
import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** A lake on S3, over a network that slows down, loses requests and loses answers. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class S3LakeTest extends LakeFilesContract {
  private static final String BUCKET = "contract-lakes";

  private RunningS3 s3;
  private FlakyNetwork network;

  @BeforeAll
  void start(@TempDir Path folder) throws Exception {
    s3 = RunningS3.start(folder, BUCKET);
    network = new FlakyNetwork(s3.port());
    network.fates(FlakyNetwork.oftenSpoilt());
    RunningS3.reach(BUCKET, network.port());
  }

  @AfterAll
  void stop() throws Exception {
    assertThat(network.counts()).containsKeys(FlakyNetwork.Fate.values());
    network.close();
    s3.close();
  }

  @Override
  LakeFiles files(String name) {
    return Lake.writableAt("s3a://" + BUCKET + "/lakes/" + name).files();
  }

  @Test
  void who_created_a_file_and_lost_the_answer_has_won_all_the_same() throws Exception {
    LakeFiles files = files("answer-lost");
    AtomicInteger lost = new AtomicInteger();
    network.fates(
        request ->
            request.startsWith("PUT") && request.contains("/seal") && lost.getAndIncrement() == 0
                ? FlakyNetwork.Fate.ANSWER_LOST
                : FlakyNetwork.Fate.PASSED);
    try {
      assertThat(files.createIfAbsent("s/seal", bytes("mine"))).isTrue();
      assertThat(lost.get()).as("attempts").isGreaterThan(1);
      assertThat(files.createIfAbsent("s/seal", bytes("mine"))).isFalse();
      assertThat(text(files, "s/seal")).isEqualTo("mine");
    } finally {
      network.fates(FlakyNetwork.oftenSpoilt());
    }
  }
}
