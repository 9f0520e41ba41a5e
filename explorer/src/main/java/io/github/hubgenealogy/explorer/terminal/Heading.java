package io.github.hubgenealogy.explorer.terminal;

import io.github.hubgenealogy.explorer.genealogy.SnapshotFacts;
import java.io.PrintWriter;

/** The first lines of an answer: which snapshot, and loudly if all in it is invented. */
final class Heading {
  private Heading() {}

  static void print(PrintWriter out, SnapshotFacts snapshot) {
    out.println("snapshot " + snapshot.id() + ", origin " + snapshot.origin());
    if (snapshot.origin().equals("simulated")) {
      out.println("SIMULATED: every name and figure below is invented.");
    }
    out.println();
  }
}
