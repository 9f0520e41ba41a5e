package io.github.hubgenealogy.jobs.reproduce;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * One figure that a study printed.
 *
 * @param value as printed; a number, or a list that is not compared
 * @param kind where ours is found: figure, component, single_parent, drift, license, share, none
 * @param argument what it takes to find it
 * @param reason why ours may differ, or is not there
 */
record Published(
    String id, String title, String value, String kind, String argument, String reason) {

  /**
   * The figures of "Anatomy of an ML Ecosystem" (arXiv 2508.06811), read in the notebooks of its
   * repository.
   */
  static List<Published> anatomy2025() {
    String file = "/io/github/hubgenealogy/jobs/reproduce/anatomy-2025.tsv";
    try (BufferedReader lines =
        new BufferedReader(
            new InputStreamReader(
                Published.class.getResourceAsStream(file), StandardCharsets.UTF_8))) {
      return lines
          .lines()
          .skip(1)
          .map(line -> line.split("\t", -1))
          .map(cell -> new Published(cell[0], cell[1], cell[2], cell[3], cell[4], cell[5]))
          .toList();
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }
}
