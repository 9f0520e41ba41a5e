package io.github.hubgenealogy.jobs.lineage;

import io.github.hubgenealogy.jobs.policy.Relation;
import io.github.hubgenealogy.lake.rows.Cells;
import java.nio.charset.StandardCharsets;
import org.apache.parquet.io.api.Binary;

/** One vertex's row of table lineage, read straight from the arrays; used again for each vertex. */
final class LineageCells implements Cells {
  private final PolicyLineage lineage;
  private final Dictionary ids;
  private final Binary policy;
  private int vertex;

  LineageCells(PolicyLineage lineage, Dictionary ids) {
    this.lineage = lineage;
    this.ids = ids;
    this.policy =
        Binary.fromConstantByteArray(lineage.policy.word().getBytes(StandardCharsets.UTF_8));
  }

  LineageCells on(int next) {
    vertex = next;
    return this;
  }

  @Override
  public int size() {
    return 20;
  }

  @Override
  public boolean isNull(int i) {
    return i == 8 && lineage.depths.root(vertex) < 0;
  }

  @Override
  public boolean bool(int i) {
    return switch (i) {
      case 5 -> lineage.condensation.inCycle(vertex);
      case 19 -> lineage.closure.capped(vertex);
      default -> throw new IllegalArgumentException("column " + i + " is no boolean");
    };
  }

  @Override
  public int int32(int i) {
    return switch (i) {
      case 6 -> lineage.depths.longest(vertex);
      case 7 -> lineage.depths.fewest(vertex);
      case 9 -> lineage.depths.rootCount(vertex);
      case 10 -> lineage.graph.parentCount(vertex);
      case 11 -> lineage.graph.childCount(vertex);
      case 12 -> lineage.childrenBy(vertex, Relation.FINETUNE);
      case 13 -> lineage.childrenBy(vertex, Relation.ADAPTER);
      case 14 -> lineage.childrenBy(vertex, Relation.QUANTIZED);
      case 15 -> lineage.childrenBy(vertex, Relation.MERGE);
      case 16 -> lineage.childrenBy(vertex, Relation.UNSPECIFIED);
      case 17 -> lineage.closure.ancestorCount(vertex);
      case 18 -> lineage.closure.descendantCount(vertex);
      default -> throw new IllegalArgumentException("column " + i + " is no int");
    };
  }

  @Override
  public long int64(int i) {
    return lineage.components.sizeOf(vertex);
  }

  @Override
  public double float64(int i) {
    throw new IllegalArgumentException("column " + i + " is no double");
  }

  @Override
  public Binary binary(int i) {
    int representative = lineage.components.of(vertex);
    return switch (i) {
      case 0 -> policy;
      case 1 -> id(vertex);
      case 2 -> id(representative);
      case 4 -> id(lineage.label[representative]);
      case 8 -> id(lineage.depths.root(vertex));
      default -> throw new IllegalArgumentException("column " + i + " is no string");
    };
  }

  private Binary id(int rank) {
    return Binary.fromConstantByteArray(ids.idBytes(rank));
  }

  @Override
  public Cells struct(int i, int fields) {
    throw new IllegalArgumentException("column " + i + " is no struct");
  }

  @Override
  public Cells list(int i) {
    throw new IllegalArgumentException("column " + i + " is no list");
  }

  @Override
  public Cells map(int i) {
    throw new IllegalArgumentException("column " + i + " is no map");
  }
}
