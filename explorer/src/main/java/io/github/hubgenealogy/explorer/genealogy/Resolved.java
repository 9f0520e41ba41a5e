package io.github.hubgenealogy.explorer.genealogy;

import io.github.hubgenealogy.lake.command.Fault;
import java.util.List;
import java.util.Locale;

/**
 * What a name that somebody typed leads to.
 *
 * @param asked as typed
 * @param kind model or data set; null where nothing was found or several were
 * @param id the id of today; null likewise
 * @param candidates where several have that bare name, those with most downloads first; where none
 *     was found the five nearest ids, nearest first
 */
public record Resolved(String asked, How how, Hit.Kind kind, String id, List<String> candidates) {

  /** How a name led to an id, in the order tried. */
  public enum How {
    EXACT,
    /** An old name. */
    ALIAS,
    /** Same letters, other case. */
    CASE_FOLDED,
    /** A name without owner that one repository has. */
    BARE_NAME,
    /** A name without owner that several have. */
    AMBIGUOUS,
    UNKNOWN;

    public String word() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  public Resolved {
    candidates = List.copyOf(candidates);
  }

  public boolean found() {
    return id != null;
  }

  /**
   * The error for a name that led nowhere or to several; it names the nearest.
   *
   * @param what was looked for, in words
   * @param snapshot where
   */
  public Fault fault(String what, String snapshot) {
    String names = String.join(", ", candidates);
    return how == How.AMBIGUOUS
        ? Fault.badInput(
            "several are called '" + asked + "'",
            "snapshot " + snapshot,
            "Name one with its owner: " + names + ".")
        : Fault.badInput(
            "no " + what + " '" + asked + "'",
            "snapshot " + snapshot,
            names.isEmpty() ? "It holds none at all." : "Nearest: " + names + ".");
  }
}
