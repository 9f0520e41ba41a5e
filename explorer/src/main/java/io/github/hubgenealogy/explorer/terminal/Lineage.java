package io.github.hubgenealogy.explorer.terminal;

import io.github.hubgenealogy.explorer.filing.Json;
import io.github.hubgenealogy.explorer.genealogy.Family;
import io.github.hubgenealogy.explorer.genealogy.Filter;
import io.github.hubgenealogy.explorer.genealogy.Genealogy;
import io.github.hubgenealogy.explorer.genealogy.Relation;
import io.github.hubgenealogy.explorer.genealogy.SnapshotFacts;
import io.github.hubgenealogy.explorer.store.Explorations;
import io.github.hubgenealogy.lake.command.ExitCode;
import io.github.hubgenealogy.lake.command.LakeOptions;
import java.io.IOException;
import java.io.PrintWriter;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Command lineage: a model's ancestors and descendants as a tree. */
@Command(
    name = "lineage",
    mixinStandardHelpOptions = true,
    sortOptions = false,
    description = {
      "What a model descends from and what descends from it, as a tree: relations, depth, counts.",
      "Each model stands once, under the first of those it comes from; *N tells that it has N such",
      "edges in the tree. What only a card's prose says is left out unless --text is given."
    })
public final class Lineage implements Callable<Integer> {
  private static final int MOST = 1000;

  @Spec private CommandSpec spec;
  @Mixin private LakeOptions lake;

  @Parameters(
      index = "0",
      paramLabel = "ID",
      description = "the model: an id, an old name, or a name that one owner alone has")
  private String id;

  @Option(
      names = "--depth",
      paramLabel = "N",
      defaultValue = "3",
      description = "how many generations up and down (default: ${DEFAULT-VALUE})")
  private int depth;

  @Option(
      names = "--relation",
      split = ",",
      paramLabel = "RELATION",
      description =
          "follow these only: finetune, adapter, quantized, merge, unspecified, duplicated_from")
  private List<Relation> relations = List.of();

  @Option(
      names = "--show",
      paramLabel = "N",
      defaultValue = "20",
      description =
          "how many models of each generation, most descendants first; the others are counted (default: ${DEFAULT-VALUE})")
  private int show;

  @Option(names = "--text", description = "follow what only a card's prose says, too")
  private boolean text;

  @Option(names = "--json", description = "as JSON")
  private boolean json;

  /** What --json writes. */
  private record Document(SnapshotFacts snapshot, Family lineage) {}

  @Override
  public Integer call() throws IOException {
    if (depth < 0 || depth > MOST || show < 0) {
      throw new ParameterException(
          spec.commandLine(), "--depth is 0 to " + MOST + ", --show 0 or more");
    }
    Set<Relation> followed =
        relations.isEmpty() ? EnumSet.allOf(Relation.class) : EnumSet.copyOf(relations);
    Filter filter = new Filter(followed, text, Set.of(), null, null, null);
    PrintWriter out = spec.commandLine().getOut();
    try (Genealogy genealogy = Explorations.open(lake.lake(), lake.snapshotId())) {
      Family family = genealogy.family(Models.id(genealogy, id), filter, depth, depth, show);
      if (json) {
        out.println(Json.text(new Document(genealogy.snapshot(), family)));
      } else {
        new FamilyTree(out).print(genealogy.snapshot(), family);
      }
    }
    return ExitCode.DONE.number();
  }
}
