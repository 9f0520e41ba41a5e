package io.github.hubgenealogy.explorer.exposure;

import io.github.hubgenealogy.explorer.genealogy.Edge;
import io.github.hubgenealogy.explorer.genealogy.Member;
import io.github.hubgenealogy.explorer.genealogy.ModelSheet;
import io.github.hubgenealogy.explorer.genealogy.OwnerSheet;
import io.github.hubgenealogy.explorer.genealogy.Presence;
import io.github.hubgenealogy.explorer.genealogy.Relation;
import io.github.hubgenealogy.explorer.genealogy.SnapshotFacts;
import io.github.hubgenealogy.explorer.graph.Arcs;
import io.github.hubgenealogy.explorer.graph.Direction;
import io.github.hubgenealogy.explorer.graph.Graph;
import io.github.hubgenealogy.explorer.store.StoredGenealogy;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.function.Consumer;

/** A snapshot whose graph is open. */
record WholePart(StoredGenealogy genealogy) implements Part {
  /** As the index numbers it. */
  private static final int LISTED = 1 + List.of(Presence.values()).indexOf(Presence.LISTED);

  private Graph graph() {
    return genealogy.graph();
  }

  @Override
  public SnapshotFacts snapshot() {
    return genealogy.snapshot();
  }

  @Override
  public int find(String id) {
    return graph().vertices().ids().find(id);
  }

  @Override
  public String id(int vertex) {
    return graph().vertices().ids().text(vertex);
  }

  @Override
  public boolean isListed(int vertex) {
    return graph().vertices().presence()[vertex] == LISTED;
  }

  @Override
  public long downloads(int vertex) {
    return Math.max(0, graph().vertices().downloads()[vertex]);
  }

  @Override
  public String owner(int vertex) {
    int owner = graph().owner()[vertex];
    return owner < 0 ? null : graph().owners().text(owner);
  }

  @Override
  public Member member(int vertex) {
    return genealogy.portraits().member(vertex);
  }

  @Override
  public Instant modified(int vertex) {
    return genealogy.portraits().modified(vertex);
  }

  @Override
  public int[] arcs(int vertex, Direction direction) {
    Arcs arcs = graph().arcs();
    int[] all = new int[arcs.count(vertex, direction)];
    int kept = 0;
    for (int i = 0; i < all.length; i++) {
      int arc = arcs.arc(vertex, direction, i);
      if (!arcs.textAlone(arc)) {
        all[kept++] = arc;
      }
    }
    return kept == all.length ? all : Arrays.copyOf(all, kept);
  }

  @Override
  public int end(int arc, Direction direction) {
    return graph().arcs().end(arc, direction);
  }

  @Override
  public Relation relation(int arc) {
    return genealogy.portraits().relation(arc);
  }

  @Override
  public Edge edge(int arc) {
    return genealogy.portraits().edge(arc);
  }

  @Override
  public int[] trainedOn(String dataset) {
    return genealogy.trainedOn(dataset);
  }

  @Override
  public List<ModelSheet.DatasetUse> datasetsOf(int vertex) {
    return genealogy.datasetsOf(id(vertex));
  }

  @Override
  public void owners(Consumer<OwnerSheet> taker) {
    genealogy
        .index()
        .each(
            "owners",
            row ->
                taker.accept(
                    new OwnerSheet(
                        row.getString(1),
                        row.getString(2),
                        row.getString(3),
                        row.getString(4),
                        null,
                        0,
                        0)));
  }

  @Override
  public void newVersions(Consumer<ToCheck> taker) {
    genealogy
        .index()
        .each(
            "new-versions",
            row -> taker.accept(new ToCheck(row.getString(2), row.getString(1), row.getString(3))));
  }
}
