package io.github.hubgenealogy.simulator.bench;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.hubgenealogy.simulator.ecosystem.Ecosystem;
import io.github.hubgenealogy.simulator.ecosystem.EcosystemSettings;
import java.io.PrintWriter;
import java.io.StringWriter;
import org.junit.jupiter.api.Test;

final class BenchTest {
  private final StringWriter out = new StringWriter();

  @Test
  void the_listing_lists_every_model_in_each_round() {
    int code =
        Listing.runMain(
            new PrintWriter(out), new PrintWriter(out), "--models", "3500", "--rounds", "2");
    assertThat(code).isZero();
    assertThat(out.toString().lines())
        .hasSize(2)
        .allMatch(line -> line.matches("round \\d: 3500 records of \\d+ bytes .* a second"));
  }

  @Test
  void shares_are_near_the_study_at_a_tenth_of_its_size() {
    Comparison comparison = Calibration.compare(Ecosystem.of(new EcosystemSettings(186_041, 1)));
    for (Comparison.Figure figure : comparison.figures()) {
      // Counts scale with the number of models; shares and means do not.
      if (figure.id().contains(".share") || figure.id().contains("mutation")) {
        if (figure.clear()) {
          assertThat(figure.ratio()).as(figure.id() + " " + figure.what()).isBetween(0.8, 1.25);
        }
      }
    }
    assertThat(comparison.figures()).hasSizeGreaterThan(80);
  }

  @Test
  void a_figure_that_is_off_is_said_to_be() {
    Comparison comparison = new Comparison();
    comparison.add("a", "near", 100, 104);
    comparison.add("b", "far", 100, 106);
    comparison.addLoose("c", "not comparable", 100, 200);
    comparison.print(new PrintWriter(out));
    assertThat(comparison.off()).extracting(Comparison.Figure::id).containsExactly("b");
    assertThat(out.toString()).contains("1 of 2 judged figures within 5 %");
  }
}
