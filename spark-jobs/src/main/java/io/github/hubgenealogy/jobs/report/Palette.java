package io.github.hubgenealogy.jobs.report;

import java.awt.Color;

/**
 * The colours of plots. They are drawn as colours that occur nowhere else and then named: in the
 * page by its variables, which differ by light and dark, in a file of its own by the light ones.
 * The series' colours are those of Okabe and Ito, told apart by colour-blind eyes.
 */
enum Palette {
  INK(1, "#1c2024"),
  GRID(2, "#d0d4d8"),
  FIRST(3, "#0072b2"),
  SECOND(4, "#e69f00"),
  THIRD(5, "#009e73"),
  FOURTH(6, "#d55e00"),
  FIFTH(7, "#cc79a7"),
  SIXTH(8, "#f0e442"),
  SEVENTH(9, "#999999");

  private final int mark;
  private final String light;

  Palette(int mark, String light) {
    this.mark = mark;
    this.light = light;
  }

  Color color() {
    return new Color(mark, 250, mark);
  }

  private String drawn() {
    return "rgb(" + mark + ",250," + mark + ")";
  }

  /** The plot for the page. */
  static String themed(String svg) {
    String named = svg;
    for (Palette each : values()) {
      named =
          named.replace(
              each.drawn(), "var(--plot-" + each.name().toLowerCase(java.util.Locale.ROOT) + ")");
    }
    return named;
  }

  /** The plot for a file of its own, from the one for the page. */
  static String plain(String themed) {
    String plain = themed;
    for (Palette each : values()) {
      plain =
          plain.replace(
              "var(--plot-" + each.name().toLowerCase(java.util.Locale.ROOT) + ")", each.light);
    }
    return plain;
  }

  /** One relation has one colour in all plots; a root stands among them. */
  static Palette relation(String word) {
    return switch (word) {
      case "finetune" -> SECOND;
      case "adapter" -> THIRD;
      case "quantized" -> FOURTH;
      case "merge" -> FIFTH;
      case "mixed" -> SIXTH;
      case "unspecified" -> SEVENTH;
      default -> FIRST;
    };
  }

  /** The series' colours in their order. */
  static Palette series(int i) {
    Palette[] series = {FIRST, SECOND, THIRD, FOURTH, FIFTH, SIXTH, SEVENTH};
    return series[i % series.length];
  }
}
