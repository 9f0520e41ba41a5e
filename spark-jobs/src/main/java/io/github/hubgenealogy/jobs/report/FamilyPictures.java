package io.github.hubgenealogy.jobs.report;

import io.github.hubgenealogy.jobs.policy.Policy;
import io.github.hubgenealogy.lake.command.Printable;
import io.github.hubgenealogy.lake.contract.TableContracts;
import java.awt.BasicStroke;
import java.awt.Graphics2D;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Path2D;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/**
 * The largest families as radial trees: the root in the middle, a ring a generation, each model as
 * wide as what hangs from it. No library here lays out trees as SVG; the layout is a division of
 * the circle.
 */
final class FamilyPictures {
  private static final int COLUMNS = 3;
  private static final int CELL = 240;
  private static final int LABEL = 38;
  private static final int LONGEST_NAME = 31;

  private FamilyPictures() {}

  /** One drawn member. */
  private static final class Member {
    private final String id;
    private final String relation;
    private final int distance;
    private final int descendants;
    private final int leftOut;
    private final Member parent;
    private final List<Member> children = new ArrayList<>();
    private double weight = 1;
    private double from;
    private double to;

    private Member(Object[] row, Member parent) {
      this.id = (String) row[4];
      this.relation = (String) row[5];
      this.distance = (Integer) row[6];
      this.descendants = (Integer) row[7];
      this.leftOut = (Integer) row[8];
      this.parent = parent;
    }

    private double angle() {
      return (from + to) / 2;
    }
  }

  /** The picture, or null where there is no family. */
  static Plot of(Statistics statistics, Captions captions, Charts charts) {
    Map<Integer, List<Member>> families = new TreeMap<>();
    List<List<Object>> rows = new ArrayList<>();
    for (Object[] row : statistics.rows(TableContracts.FAMILIES, Policy.UNION.word())) {
      List<Member> family = families.computeIfAbsent((Integer) row[1], number -> new ArrayList<>());
      Member parent = row[3] == null ? null : family.get((Integer) row[3] - 1);
      Member member = new Member(row, parent);
      family.add(member);
      if (parent != null) {
        parent.children.add(member);
      }
      List<Object> cells = new ArrayList<>(List.of(row[1], row[4]));
      cells.add(parent == null ? null : parent.id);
      cells.addAll(java.util.Arrays.asList(row[5], row[6], row[7], row[8]));
      rows.add(cells);
    }
    if (families.isEmpty()) {
      return null;
    }
    int lines = (families.size() + COLUMNS - 1) / COLUMNS;
    int height = lines * (CELL + LABEL) + 30;
    String title = "The largest families";
    String caption = captions.models(List.of(Policy.UNION.word()));
    return new Plot(
        "families",
        title,
        caption
            + " · roots with most descendants; each member on a shortest path, those with most descendants drawn; "
            + "rings are generations, colours the relation to the parent, a dot's area its descendants",
        "Radial trees of the " + families.size() + " roots with most descendants.",
        charts.drawn("families", height, graphics -> draw(graphics, families, charts)),
        new ReportTable(
            "families",
            title,
            caption,
            List.of(
                "family", "model", "parent", "relation", "distance", "descendants", "not drawn"),
            rows));
  }

  private static void draw(
      Graphics2D graphics, Map<Integer, List<Member>> families, Charts charts) {
    legend(graphics, charts);
    int at = 0;
    for (List<Member> family : families.values()) {
      double x = (at % COLUMNS + 0.5) * CELL;
      double y = 30 + at / COLUMNS * (CELL + LABEL) + CELL / 2.0;
      layOut(family);
      tree(graphics, family, x, y);
      Member root = family.get(0);
      String name = Printable.line(root.id);
      centred(
          graphics,
          charts.font(),
          name.length() > LONGEST_NAME ? name.substring(0, LONGEST_NAME - 1) + "…" : name,
          x,
          y + CELL / 2.0 + 12);
      centred(
          graphics,
          charts.small(),
          String.format(Locale.ROOT, "%,d descendants", root.descendants),
          x,
          y + CELL / 2.0 + 27);
      at++;
    }
  }

  private static void legend(Graphics2D graphics, Charts charts) {
    double x = 150;
    for (String relation : List.of("finetune", "adapter", "quantized", "merge", "unspecified")) {
      graphics.setPaint(Palette.relation(relation).color());
      graphics.fill(new Ellipse2D.Double(x, 8, 10, 10));
      graphics.setPaint(Palette.INK.color());
      graphics.setFont(charts.font());
      graphics.drawString(relation, (float) x + 15, 18f);
      x += 35 + charts.font().width(relation);
    }
  }

  private static void centred(
      Graphics2D graphics, OutlineFont font, String text, double x, double y) {
    graphics.setPaint(Palette.INK.color());
    graphics.setFont(font);
    graphics.drawString(text, (float) (x - font.width(text) / 2), (float) y);
  }

  /** Each member gets a part of its parent's arc by how much hangs from it. */
  private static void layOut(List<Member> family) {
    for (int i = family.size() - 1; i > 0; i--) {
      Member member = family.get(i);
      double own = Math.max(member.children.isEmpty() ? 1 : 0, StrictMath.cbrt(member.leftOut));
      member.weight = own + member.children.stream().mapToDouble(child -> child.weight).sum();
    }
    Member root = family.get(0);
    root.to = 2 * Math.PI;
    for (Member member : family) {
      double whole = member.children.stream().mapToDouble(child -> child.weight).sum();
      double at = member.from;
      for (Member child : member.children) {
        child.from = at;
        at += (member.to - member.from) * child.weight / whole;
        child.to = at;
      }
    }
  }

  private static void tree(Graphics2D graphics, List<Member> family, double x, double y) {
    int deepest = Math.max(1, family.stream().mapToInt(member -> member.distance).max().orElse(1));
    double ring = (CELL / 2.0 - 10) / deepest;
    graphics.setStroke(new BasicStroke(0.8f));
    for (Member member : family) {
      if (member.parent != null) {
        graphics.setPaint(Palette.relation(member.relation).color());
        double one = member.parent.distance * ring;
        double two = member.distance * ring;
        double bend = (one + two) / 2;
        // From the middle every direction is straight.
        Member from = member.parent.parent == null ? member : member.parent;
        Path2D curve = new Path2D.Double();
        curve.moveTo(x(x, one, member.parent), y(y, one, member.parent));
        curve.curveTo(
            x(x, bend, from),
            y(y, bend, from),
            x(x, bend, member),
            y(y, bend, member),
            x(x, two, member),
            y(y, two, member));
        graphics.draw(curve);
      }
    }
    double most = Math.sqrt(Math.max(1, family.get(0).descendants));
    for (Member member : family) {
      double size =
          Math.min(Math.max(2.4, ring * 0.8), 2.4 + 9 * Math.sqrt(member.descendants) / most);
      double at = member.distance * ring;
      graphics.setPaint(
          member.parent == null
              ? Palette.FIRST.color()
              : Palette.relation(member.relation).color());
      graphics.fill(
          new Ellipse2D.Double(
              x(x, at, member) - size / 2, y(y, at, member) - size / 2, size, size));
    }
  }

  private static double x(double centre, double radius, Member member) {
    return centre + radius * StrictMath.sin(member.angle());
  }

  private static double y(double centre, double radius, Member member) {
    return centre - radius * StrictMath.cos(member.angle());
  }
}
