package io.github.hubgenealogy.explorer.terminal;

import io.github.hubgenealogy.explorer.genealogy.Genealogy;
import io.github.hubgenealogy.explorer.store.Explorations;
import io.github.hubgenealogy.lake.command.ExitCode;
import io.github.hubgenealogy.lake.command.LakeOptions;
import java.io.IOException;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** Command exposure. */
@Command(name = "exposure", mixinStandardHelpOptions = true)
public final class Exposure implements Callable<Integer> {
  @Mixin private LakeOptions lake;

  @Parameters(index = "0", paramLabel = "ID", description = "the model")
  private String id;

  @Override
  public Integer call() throws IOException {
    try (Genealogy genealogy = Explorations.open(lake.lake(), lake.snapshotId())) {
      genealogy.resolve(id);
    }
    return ExitCode.DONE.number();
  }
}
