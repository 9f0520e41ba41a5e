package io.github.hubgenealogy.launcher;

import io.github.hubgenealogy.lake.command.ExitCode;
import io.github.hubgenealogy.lake.contract.DataDictionary;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** Command tables: the data dictionary. */
@Command(
    name = "tables",
    mixinStandardHelpOptions = true,
    description = "Prints the data dictionary: every table and column, as data/README.md has it.")
public final class Tables implements Callable<Integer> {
  @Spec private CommandSpec spec;

  @Override
  public Integer call() {
    spec.commandLine().getOut().print(DataDictionary.markdown());
    return ExitCode.DONE.number();
  }
}
