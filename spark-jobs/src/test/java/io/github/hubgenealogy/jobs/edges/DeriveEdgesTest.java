package io.github.hubgenealogy.jobs.edges;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.hubgenealogy.jobs.RawSnapshot;
import io.github.hubgenealogy.jobs.SparkExtension;
import io.github.hubgenealogy.jobs.cards.ParseCards;
import io.github.hubgenealogy.jobs.pipeline.EdgeSettings;
import io.github.hubgenealogy.jobs.pipeline.JobsSettings;
import io.github.hubgenealogy.jobs.pipeline.Pipeline;
import io.github.hubgenealogy.jobs.tables.SnapshotTables;
import io.github.hubgenealogy.lake.contract.TableContract;
import io.github.hubgenealogy.lake.contract.TableContracts;
import io.github.hubgenealogy.lake.store.Snapshot;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

@ExtendWith(SparkExtension.class)
final class DeriveEdgesTest {
  @TempDir Path lake;

  private static SnapshotTables derive(SparkSession spark, Snapshot snapshot) throws Exception {
    return derive(spark, snapshot, null);
  }

  private static SnapshotTables derive(SparkSession spark, Snapshot snapshot, Snapshot predecessor)
      throws Exception {
    new Pipeline(List.of(new ParseCards(), new DeriveEdges()))
        .run(spark, snapshot, predecessor, JobsSettings.defaults(), null, null, false);
    return new SnapshotTables(spark, snapshot);
  }

  /** The same as {@link #derive} with the names found by joins. */
  private static SnapshotTables deriveByJoins(SparkSession spark, Snapshot snapshot)
      throws Exception {
    JobsSettings byJoins =
        new JobsSettings(null, null, new EdgeSettings(null, 0), null, null, null, null);
    new Pipeline(List.of(new ParseCards(), new DeriveEdges()))
        .run(spark, snapshot, null, byJoins, null, null, false);
    return new SnapshotTables(spark, snapshot);
  }

  private static List<String> rows(SnapshotTables tables, TableContract table, String... columns)
      throws Exception {
    return tables
        .read(table)
        .select(
            Arrays.stream(columns)
                .map(org.apache.spark.sql.functions::col)
                .toArray(org.apache.spark.sql.Column[]::new))
        .collectAsList()
        .stream()
        .map(Row::toString)
        .toList();
  }

  private static String card(String yaml) {
    return "---\n" + yaml + "\n---\n# A card\n";
  }

  @Test
  void each_way_of_resolution_is_found_in_its_order(SparkSession spark) throws Exception {
    Snapshot snapshot =
        new RawSnapshot(lake, "s")
            .model("a/base", "downloads", 5L)
            .model("A/Base", "downloads", 9L)
            .model("old")
            .model("new/name")
            .model("models/real")
            .model("c/exact")
            .card("c/exact", card("base_model: a/base"))
            .model("c/folded")
            .card("c/folded", card("base_model: A/BASE"))
            .model("c/moved")
            .card("c/moved", card("base_model: gone/name"))
            .model("c/absent")
            .card("c/absent", card("base_model: not/there"))
            .model("c/self")
            .card("c/self", card("base_model: c/self"))
            .model("c/bare")
            .card("c/bare", card("base_model: nobody-knows"))
            .model("c/legacy")
            .card("c/legacy", card("base_model: old"))
            .model("c/path")
            .card("c/path", card("base_model: ./checkpoint-500"))
            .model("c/word")
            .card("c/word", card("base_model: output/final"))
            .model("c/owner")
            .card("c/owner", card("base_model: models/unknown"))
            .model("c/place")
            .card("c/place", card("base_model: '[More Information Needed]'"))
            .model("c/prose")
            .card("c/prose", card("base_model: my own model"))
            .model("c/url")
            .card("c/url", card("base_model: https://huggingface.co/a/base/tree/main"))
            .redirect("gone/name", "moved", "new/name")
            .redirect("not/there", "missing", null)
            .write();

    SnapshotTables tables = derive(spark, snapshot);

    assertThat(
            rows(tables, TableContracts.CLAIMS, "child_id", "parent_id", "resolution", "cleaned"))
        .containsExactly(
            "[c/absent,not/there,absent,false]",
            "[c/bare,null,bare_name,false]",
            "[c/exact,a/base,exact,false]",
            "[c/folded,A/Base,case_folded,false]",
            "[c/legacy,old,exact,false]",
            "[c/moved,new/name,redirected,false]",
            "[c/owner,models/unknown,absent,false]",
            "[c/path,null,local_path,false]",
            "[c/place,null,placeholder,false]",
            "[c/prose,null,malformed,false]",
            "[c/self,null,self,false]",
            "[c/url,a/base,exact,true]",
            "[c/word,null,local_path,false]");
    assertThat(rows(tables, TableContracts.EDGES, "child_id", "parent_id", "parent_presence"))
        .containsExactly(
            "[c/absent,not/there,absent]",
            "[c/exact,a/base,listed]",
            "[c/folded,A/Base,listed]",
            "[c/legacy,old,listed]",
            "[c/moved,new/name,listed]",
            "[c/owner,models/unknown,unasked]",
            "[c/url,a/base,listed]");
    assertThat(rows(tables, TableContracts.MODELS, "model_id", "presence"))
        .contains("[not/there,absent]", "[models/unknown,unasked]", "[a/base,listed]")
        .doesNotContain("[gone/name,absent]");
  }

  @Test
  void a_relation_is_the_cards_then_the_hubs_then_the_tags_then_inferred(SparkSession spark)
      throws Exception {
    Object[] hub = {
      "quantized", List.<Object[]>of(new Object[] {RawSnapshot.key("p/one"), "p/one"})
    };
    Snapshot snapshot =
        new RawSnapshot(lake, "s")
            .model("p/one")
            .model("p/two")
            .model(
                "c/card",
                "tags",
                List.of("base_model:p/one", "base_model:finetune:p/one"),
                "baseModels",
                hub)
            .card("c/card", card("base_model: [p/one, p/two]\nbase_model_relation: Merge"))
            .model("c/hub", "tags", List.of("base_model:finetune:p/one"), "baseModels", hub)
            .card("c/hub", card("base_model: [p/one, p/two]\nbase_model_relation: cousin"))
            .model(
                "c/tag",
                "tags",
                List.of("base_model:merge:p/one", "base_model:adapter:p/one", "base_model:p/one"))
            .model("c/lora", "tags", List.of("lora", "base_model:p/one"))
            .model("c/gguf", "tags", List.of("GGUF", "base_model:p/one"))
            .model("c/merge", "tags", List.of("mergekit", "base_model:p/one"))
            .model("c/plain", "tags", List.of("base_model:p/one"))
            .model(
                "c/config",
                "tags",
                List.of("base_model:p/one"),
                "config",
                "{\"peft\":{\"base_model_name_or_path\":\"p/two\"}}")
            .write();

    SnapshotTables tables = derive(spark, snapshot);

    assertThat(
            rows(
                tables,
                TableContracts.EDGES,
                "child_id",
                "parent_id",
                "relation",
                "relation_basis",
                "inference_rule",
                "relation_conflict"))
        .containsExactly(
            "[c/card,p/one,merge,card,null,true]",
            "[c/card,p/two,merge,card,null,false]",
            "[c/config,p/one,adapter,inferred,peft,false]",
            "[c/config,p/two,adapter,inferred,peft,false]",
            "[c/gguf,p/one,quantized,inferred,quantized_files,false]",
            "[c/hub,p/one,quantized,hub,null,true]",
            "[c/hub,p/two,finetune,inferred,no_mark,false]",
            "[c/lora,p/one,adapter,inferred,peft,false]",
            "[c/merge,p/one,merge,inferred,merge_tag,false]",
            "[c/plain,p/one,finetune,inferred,no_mark,false]",
            "[c/tag,p/one,merge,tag,null,false]");
    assertThat(rows(tables, TableContracts.EDGES, "child_id", "policies"))
        .contains(
            "[c/card,ArraySeq(union, union_listed, card, hub, tags_2025, tags_2025_phantoms, tags_2025_no_merge, union_text)]",
            "[c/plain,ArraySeq(union, union_listed, union_no_merge, tags_2025, tags_2025_no_merge, union_text)]");
  }

  @Test
  void a_malformed_card_gives_its_claims_through_the_hubs_own_parse(SparkSession spark)
      throws Exception {
    Snapshot snapshot =
        new RawSnapshot(lake, "s")
            .model("p/one")
            .model("c/unclosed", "cardData", "{\"base_model\":[\"p/one\"],\"license\":\"MIT\"}")
            .card("c/unclosed", "---\nbase_model: p/one\n")
            .model("c/none")
            .card("c/none", "---\n\tbase_model: p/one\n---\n")
            .model("c/missing")
            .card("c/missing", "missing", null)
            .model("c/unasked")
            .write();

    SnapshotTables tables = derive(spark, snapshot);

    assertThat(rows(tables, TableContracts.CARDS, "model_id", "card_source", "parse_status"))
        .containsExactly(
            "[c/missing,none,missing]",
            "[c/none,none,invalid_yaml]",
            "[c/unasked,none,not_fetched]",
            "[c/unclosed,card_data,unclosed]",
            "[p/one,none,not_fetched]");
    assertThat(rows(tables, TableContracts.EDGES, "child_id", "parent_id"))
        .containsExactly("[c/unclosed,p/one]");
    assertThat(rows(tables, TableContracts.MODELS, "model_id", "has_card", "licenses"))
        .contains(
            "[c/unclosed,true,ArraySeq(mit)]", "[c/missing,false,null]", "[c/none,true,null]");
  }

  @Test
  void datasets_are_resolved_by_id_or_by_a_name_that_one_has_alone(SparkSession spark)
      throws Exception {
    Snapshot snapshot =
        new RawSnapshot(lake, "s")
            .dataset("rajpurkar/squad")
            .dataset("x/common")
            .dataset("y/common")
            .model("c/m", "tags", List.of("dataset:rajpurkar/squad", "dataset:z/gone"))
            .card(
                "c/m",
                card(
                    "datasets:\n- squad\n- common\n- https://huggingface.co/datasets/X/Common\n- /content/data.csv"))
            .model("c/n", "tags", List.of("dataset:custom", "dataset:a b"))
            .card("c/n", card("datasets: [custom, imagefolder, none, a b, None]"))
            .write();

    SnapshotTables tables = derive(spark, snapshot);

    assertThat(rows(tables, TableContracts.DATASET_EDGES, "dataset_id", "sources", "resolution"))
        .containsExactly(
            "[common,ArraySeq(card),bare_name]",
            "[rajpurkar/squad,ArraySeq(card, tag),unique_name]",
            "[x/common,ArraySeq(card),case_folded]",
            "[z/gone,ArraySeq(tag),absent]",
            "[custom,ArraySeq(card, tag),bare_name]",
            "[imagefolder,ArraySeq(card),bare_name]");
    assertThat(snapshot.seal(TableContracts.DATASET_EDGES).orElseThrow().facts())
        .containsEntry(
            "mentions_without_edge", Map.of("local_path", 1, "placeholder", 2, "malformed", 2));
    assertThat(rows(tables, TableContracts.DATASETS, "dataset_id", "presence"))
        .containsExactly(
            "[common,absent]",
            "[custom,absent]",
            "[imagefolder,absent]",
            "[rajpurkar/squad,listed]",
            "[x/common,listed]",
            "[y/common,listed]",
            "[z/gone,absent]");
  }

  @Test
  void copies_and_successors_are_no_parents(SparkSession spark) throws Exception {
    Snapshot snapshot =
        new RawSnapshot(lake, "s")
            .model("p/one")
            .model("c/copy")
            .card("c/copy", card("duplicated_from: P/One\nnew_version: not/yet"))
            .write();

    SnapshotTables tables = derive(spark, snapshot);

    assertThat(
            rows(tables, TableContracts.SUCCESSION, "child_id", "kind", "target_id", "resolution"))
        .containsExactly(
            "[c/copy,duplicated_from,p/one,case_folded]", "[c/copy,new_version,not/yet,absent]");
    assertThat(rows(tables, TableContracts.EDGES, "child_id")).isEmpty();
    assertThat(rows(tables, TableContracts.CLAIMS, "child_id")).isEmpty();
  }

  private RawSnapshot everyKindOfClaim(String id) throws Exception {
    Object[] hub = {
      "quantized", List.<Object[]>of(new Object[] {RawSnapshot.key("a/base"), "was/base"})
    };
    return new RawSnapshot(lake, id)
        .model("a/base", "downloads", 5L)
        .model("A/Base", "downloads", 9L)
        .model("A/bASE", "downloads", 9L)
        .model("old")
        .model("new/name")
        .model("models/real")
        .model("\u00e9/\u00c9", "tags", List.of("base_model:a/base"))
        .model("c/hub", "tags", List.of("GGUF", "base_model:merge:a/base"), "baseModels", hub)
        .model("c/self", "tags", List.of("base_model:C/SELF", "base_model:\u00c9/\u00c9"))
        .model("c/none")
        .card(
            "c/none", card("base_model: [Old, '', ./here, output/final, '[fill in]', a b, nobody]"))
        .model("c/peft", "config", "{\"peft\":{\"base_model_name_or_path\":\"A/BASE\"}}")
        .card(
            "c/peft", card("base_model: gone/name\nduplicated_from: A/base\nnew_version: Not/Yet"))
        .model("c/prose", "tags", List.of("dataset:D/One", "dataset:nowhere"))
        .card(
            "c/prose",
            "---\ndatasets: [d/one, two, c/prose]\n---\nThis is a fine-tuned version of `p/never`.\n")
        .dataset("d/one")
        .dataset("d/two")
        .redirect("gone/name", "moved", "new/name")
        .redirect("p/never", "missing", null);
  }

  @Test
  void names_in_memory_and_joins_give_the_same_files(SparkSession spark) throws Exception {
    SnapshotTables inMemory = derive(spark, everyKindOfClaim("memory").write());
    SnapshotTables byJoins = deriveByJoins(spark, everyKindOfClaim("joins").write());

    for (TableContract table :
        List.of(
            TableContracts.CLAIMS,
            TableContracts.SUCCESSION,
            TableContracts.DATASET_EDGES,
            TableContracts.DATASETS)) {
      assertThat(inMemory.snapshot().seal(table).orElseThrow().files())
          .as(table.name())
          .isEqualTo(byJoins.snapshot().seal(table).orElseThrow().files());
    }
    for (TableContract table : List.of(TableContracts.EDGES, TableContracts.MODELS)) {
      assertThat(inMemory.read(table).drop("first_seen", "last_listed_in").collectAsList())
          .as(table.name())
          .isEqualTo(byJoins.read(table).drop("first_seen", "last_listed_in").collectAsList());
    }
    assertThat(inMemory.rows(TableContracts.CLAIMS)).isGreaterThan(10);
  }

  private static String said(String sentence) {
    return "# A card\n\n" + sentence + "\n";
  }

  @Test
  void prose_makes_edges_to_listed_models_under_its_own_policy_and_no_vertex(SparkSession spark)
      throws Exception {
    Snapshot snapshot =
        new RawSnapshot(lake, "s")
            .model("p/one")
            .model("p/two", "tags", List.of("base_model:quantized:p/one", "base_model:p/one"))
            .card("p/two", "# X\n\nThis is a fine-tuned version of `p/one`.\n")
            .model("c/text")
            .card("c/text", said("This is a fine-tuned version of `P/One`."))
            .model("c/gone", "tags", List.of("base_model:p/gone"))
            .model("c/absent")
            .card("c/absent", said("This is a fine-tuned version of `p/gone`."))
            .model("c/never")
            .card("c/never", said("This is a fine-tuned version of `p/never`."))
            .write();

    SnapshotTables tables = derive(spark, snapshot);

    assertThat(
            rows(
                tables,
                TableContracts.CLAIMS,
                "child_id",
                "source",
                "parent_id",
                "resolution",
                "claimed_relation",
                "rule"))
        .containsExactly(
            "[c/absent,text,p/gone,absent,finetune,fine_tuned_version]",
            "[c/gone,tag,p/gone,absent,null,null]",
            "[c/never,text,p/never,absent,finetune,fine_tuned_version]",
            "[c/text,text,p/one,case_folded,finetune,fine_tuned_version]",
            "[p/two,tag,p/one,exact,quantized,null]",
            "[p/two,tag,p/one,exact,null,null]",
            "[p/two,text,p/one,exact,finetune,fine_tuned_version]");
    assertThat(
            rows(
                tables,
                TableContracts.EDGES,
                "child_id",
                "parent_id",
                "sources",
                "relation_basis",
                "relation_text"))
        .containsExactly(
            "[c/gone,p/gone,ArraySeq(tag),inferred,null]",
            "[c/text,p/one,ArraySeq(text),inferred,finetune]",
            "[p/two,p/one,ArraySeq(tag, text),tag,finetune]");
    assertThat(rows(tables, TableContracts.EDGES, "child_id", "policies", "relation_conflict"))
        .contains("[c/text,ArraySeq(union_text),false]");
    assertThat(rows(tables, TableContracts.MODELS, "model_id"))
        .contains("[p/gone]")
        .doesNotContain("[p/never]");
  }

  @Test
  void a_typed_tag_without_its_twin_is_told(SparkSession spark) throws Exception {
    Snapshot snapshot =
        new RawSnapshot(lake, "s")
            .model("p/one")
            .model("c/alone", "tags", List.of("base_model:adapter:p/one"))
            .model("c/bare", "tags", List.of("base_model:p/one"))
            .model("c/twin", "tags", List.of("base_model:p/one", "base_model:adapter:p/one"))
            .model("c/card")
            .card("c/card", card("base_model: p/one"))
            .write();

    SnapshotTables tables = derive(spark, snapshot);

    assertThat(rows(tables, TableContracts.EDGES, "child_id", "typed_tag_alone"))
        .containsExactly("[c/alone,true]", "[c/bare,false]", "[c/card,false]", "[c/twin,false]");
  }

  @Test
  void an_earlier_snapshot_knows_old_names_and_names_that_changed_hands(SparkSession spark)
      throws Exception {
    String card = card("base_model: [p/old, p/taken, p/same, p/older]");
    Snapshot first =
        new RawSnapshot(lake, "1")
            .model("p/older", "_id", "k1")
            .model("p/taken", "_id", "k2")
            .model("p/same", "_id", "k3")
            .dataset("d/old", "_id", "k9")
            .model("c/m")
            .card("c/m", card)
            .write();
    derive(spark, first);
    Snapshot second =
        new RawSnapshot(lake, "2")
            .model("p/old", "_id", "k1")
            .model("p/taken", "_id", "k4")
            .model("p/same", "_id", "k3")
            .dataset("d/new", "_id", "k9")
            .model("c/m")
            .card("c/m", card)
            .write();
    derive(spark, second, first);
    Snapshot third =
        new RawSnapshot(lake, "3")
            .model("p/new", "_id", "k1")
            .model("p/taken", "_id", "k4")
            .model("p/same", "_id", "k3")
            .dataset("d/new", "_id", "k9")
            .model("c/m")
            .card("c/m", card)
            .write();

    SnapshotTables tables = derive(spark, third, second);

    assertThat(
            rows(
                tables,
                TableContracts.ALIASES,
                "kind",
                "old_id",
                "current_id",
                "status",
                "first_seen"))
        .containsExactly(
            "[dataset,d/old,d/new,renamed,2]",
            "[model,p/old,p/new,renamed,3]",
            "[model,p/older,p/new,renamed,2]");
    assertThat(
            rows(
                tables,
                TableContracts.EDGES,
                "parent_id",
                "parent_reregistered",
                "parent_presence",
                "first_seen"))
        .containsExactly(
            "[p/new,null,listed,3]", "[p/same,false,listed,1]", "[p/taken,true,listed,1]");
  }
}
