package io.github.hubgenealogy.cluster;

import io.github.hubgenealogy.lake.store.Lake;
import io.github.hubgenealogy.lake.store.LakeFiles;
import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;

/** A lake in a folder of this machine. */
final class LocalLakeTest extends LakeFilesContract {
  @TempDir Path folder;

  @Override
  LakeFiles files(String name) {
    return Lake.writableAt(folder.resolve(name).toUri().toString()).files();
  }
}
