package io.github.hubgenealogy.lake.command;

import io.github.hubgenealogy.lake.settings.Durations;
import java.io.PrintWriter;
import java.time.Duration;
import java.util.List;
import picocli.CommandLine;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.UnmatchedArgumentException;

/**
 * Runs a picocli command by the conventions of this project. A {@code main} does nothing but exit
 * with what this returns, so that tests call the whole command in their own process.
 */
public final class Commands {
  private Commands() {}

  /**
   * Runs and reports.
   *
   * @param command an object annotated as a picocli command, {@code Callable<Integer>} or with such
   *     subcommands
   * @return the exit code, see {@link ExitCode}
   */
  public static int run(Object command, PrintWriter out, PrintWriter err, String... arguments) {
    CommandLine line = new CommandLine(command);
    line.setOut(out);
    line.setErr(err);
    line.registerConverter(Duration.class, Durations::parse);
    line.setCaseInsensitiveEnumValuesAllowed(true);
    line.setParameterExceptionHandler((exception, given) -> usage(exception, err));
    line.setExecutionExceptionHandler((exception, parsed, result) -> failed(exception, err));
    try {
      return line.execute(arguments);
    } finally {
      out.flush();
      err.flush();
    }
  }

  private static int usage(ParameterException exception, PrintWriter err) {
    CommandLine line = exception.getCommandLine();
    StringBuilder text =
        new StringBuilder("hubgen: ")
            .append(Printable.line(firstLine(exception.getMessage())))
            .append('.');
    if (exception instanceof UnmatchedArgumentException unmatched) {
      List<String> nearest = unmatched.getSuggestions();
      if (!nearest.isEmpty()) {
        text.append(" Did you mean ").append(nearest.get(0)).append('?');
      }
    }
    text.append(" Try: hubgen ").append(pathOf(line)).append("--help");
    err.println(text);
    return ExitCode.USAGE.number();
  }

  private static String pathOf(CommandLine line) {
    String name = line.getCommandSpec().qualifiedName();
    return name.startsWith("hubgen ")
        ? name.substring("hubgen ".length()) + " "
        : name.equals("hubgen") ? "" : name + " ";
  }

  private static String firstLine(String message) {
    return message == null ? "unusable arguments" : message.lines().findFirst().orElse("");
  }

  private static int failed(Exception exception, PrintWriter err) {
    if (exception instanceof Fault fault) {
      err.println(fault.line());
      return fault.exitCode().number();
    }
    exception.printStackTrace(err);
    return ExitCode.BUG.number();
  }
}
