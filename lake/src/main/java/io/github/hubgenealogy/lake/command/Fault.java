package io.github.hubgenealogy.lake.command;

import java.util.Objects;

/**
 * An outcome that ends a command and is no bug: it is printed as one line of three parts, and its
 * exit code tells scripts what kind it was. The cause, if any, is for logs only.
 */
public final class Fault extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final ExitCode exitCode;
  private final String what;
  private final String where;
  private final String remedy;

  public Fault(ExitCode exitCode, String what, String where, String remedy) {
    this(exitCode, what, where, remedy, null);
  }

  public Fault(ExitCode exitCode, String what, String where, String remedy, Throwable cause) {
    super(what + ": " + where + " (" + remedy + ")", cause);
    this.exitCode = Objects.requireNonNull(exitCode);
    this.what = Objects.requireNonNull(what);
    this.where = Objects.requireNonNull(where);
    this.remedy = Objects.requireNonNull(remedy);
  }

  /** Input or configuration that cannot be used: exit 3. */
  public static Fault badInput(String what, String where, String remedy) {
    return new Fault(ExitCode.BAD_INPUT, what, where, remedy);
  }

  /** Stopped before the end, to be run again: exit 4. */
  public static Fault incomplete(String what, String where, String remedy) {
    return new Fault(ExitCode.INCOMPLETE, what, where, remedy);
  }

  public ExitCode exitCode() {
    return exitCode;
  }

  public String what() {
    return what;
  }

  public String where() {
    return where;
  }

  public String remedy() {
    return remedy;
  }

  /** The line for a person, safe for a terminal whatever the parts hold. */
  public String line() {
    return "hubgen: "
        + Printable.line(what)
        + ": "
        + Printable.line(where)
        + ". "
        + Printable.line(remedy);
  }
}
