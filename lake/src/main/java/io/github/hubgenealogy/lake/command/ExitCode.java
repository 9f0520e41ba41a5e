package io.github.hubgenealogy.lake.command;

/** How a command ended; the numbers are part of the contract with scripts that call us. */
public enum ExitCode {
  DONE(0),
  /** A fault of ours: a stack trace is printed. */
  BUG(1),
  USAGE(2),
  /**
   * Bad input or configuration: an unknown key, no such snapshot, a lake not writable at the start.
   */
  BAD_INPUT(3),
  /** Stopped before the end; the same command resumes. */
  INCOMPLETE(4),
  /** The Hub said no to the whole of it. */
  REFUSED(5);

  private final int number;

  ExitCode(int number) {
    this.number = number;
  }

  public int number() {
    return number;
  }
}
