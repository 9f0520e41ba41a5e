package io.github.hubgenealogy.jobs.lineage;

import io.github.hubgenealogy.jobs.policy.Relation;
import io.github.hubgenealogy.lake.rows.Cells;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import org.apache.parquet.io.api.Binary;

/**
 * One model's row of table lineage, read straight from the arrays; used again for each model. A
 * model without an edge is in no array: it is its own component and root.
 */
final class LineageCells implements Cells {
  private static final List<Relation> RELATIONS = List.of(Relation.values());
  private static final int FINETUNE = RELATIONS.indexOf(Relation.FINETUNE);
  private static final int ADAPTER = RELATIONS.indexOf(Relation.ADAPTER);
  private static final int QUANTIZED = RELATIONS.indexOf(Relation.QUANTIZED);
  private static final int MERGE = RELATIONS.indexOf(Relation.MERGE);
  private static final int UNSPECIFIED = RELATIONS.indexOf(Relation.UNSPECIFIED);

  private final PolicyLineage lineage;
  private final Dictionary ids;
  private final int[] connected;
  private final PackedIds vertexIds;
  private final Binary policy;
  private int next = -1;
  private boolean alone;
  private int vertex;
  private Binary id;
  private int representative;
  private Binary representativeId;
  private int root;

  LineageCells(PolicyLineage lineage, MemoryGraph all) {
    this.lineage = lineage;
    this.ids = all.ids;
    this.connected = all.connected;
    this.vertexIds = all.vertexIds;
    this.policy =
        Binary.fromConstantByteArray(lineage.policy.word().getBytes(StandardCharsets.UTF_8));
  }

  /** The model at a place; places are asked for in ascending order. */
  LineageCells on(long place) {
    int rank = lineage.present == null ? (int) place : lineage.present[(int) place];
    if (next < 0) {
      int found = Arrays.binarySearch(connected, rank);
      next = found < 0 ? -found - 1 : found;
    }
    while (next < connected.length && connected[next] < rank) {
      next++;
    }
    id = ids.binary(rank);
    alone = next == connected.length || connected[next] > rank;
    if (!alone) {
      vertex = next;
      int of = lineage.components.of(vertex);
      if (of != representative || representativeId == null) {
        representative = of;
        representativeId = id(of);
      }
      root = lineage.depths.root(vertex);
    }
    return this;
  }

  @Override
  public int size() {
    return 20;
  }

  @Override
  public boolean isNull(int i) {
    return i == 8 && !alone && root < 0;
  }

  @Override
  public boolean bool(int i) {
    if (alone) {
      return false;
    }
    return switch (i) {
      case 5 -> lineage.condensation.inCycle(vertex);
      case 19 -> lineage.closure.capped(vertex);
      default -> throw new IllegalArgumentException("column " + i + " is no boolean");
    };
  }

  @Override
  public int int32(int i) {
    if (alone) {
      return i == 9 ? 1 : 0;
    }
    return switch (i) {
      case 6 -> lineage.depths.longest(vertex);
      case 7 -> lineage.depths.fewest(vertex);
      case 9 -> lineage.depths.rootCount(vertex);
      case 10 -> lineage.graph.parentCount(vertex);
      case 11 -> lineage.graph.childCount(vertex);
      case 12 -> lineage.childrenBy(vertex, FINETUNE);
      case 13 -> lineage.childrenBy(vertex, ADAPTER);
      case 14 -> lineage.childrenBy(vertex, QUANTIZED);
      case 15 -> lineage.childrenBy(vertex, MERGE);
      case 16 -> lineage.childrenBy(vertex, UNSPECIFIED);
      case 17 -> lineage.closure.ancestorCount(vertex);
      case 18 -> lineage.closure.descendantCount(vertex);
      default -> throw new IllegalArgumentException("column " + i + " is no int");
    };
  }

  @Override
  public long int64(int i) {
    return alone ? 1 : lineage.components.sizeOf(vertex);
  }

  @Override
  public double float64(int i) {
    throw new IllegalArgumentException("column " + i + " is no double");
  }

  @Override
  public Binary binary(int i) {
    if (i == 0) {
      return policy;
    }
    if (alone) {
      return id;
    }
    return switch (i) {
      case 1 -> id;
      case 2 -> representativeId;
      case 4 -> id(lineage.label[representative]);
      case 8 -> id(root);
      default -> throw new IllegalArgumentException("column " + i + " is no string");
    };
  }

  private Binary id(int of) {
    return of == vertex ? id : vertexIds.binary(of);
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
