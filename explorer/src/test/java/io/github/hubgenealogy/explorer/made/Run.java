package io.github.hubgenealogy.explorer.made;

import io.github.hubgenealogy.explorer.Explorer;
import java.io.PrintWriter;
import java.io.StringWriter;

/** A whole command in this process. */
public record Run(int exitCode, String out, String err) {
  public static Run of(String... arguments) {
    StringWriter out = new StringWriter();
    StringWriter err = new StringWriter();
    int code = Explorer.runMain(new PrintWriter(out), new PrintWriter(err), arguments);
    return new Run(code, out.toString(), err.toString());
  }
}
