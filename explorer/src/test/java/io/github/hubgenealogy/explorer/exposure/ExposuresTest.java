package io.github.hubgenealogy.explorer.exposure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import io.github.hubgenealogy.explorer.genealogy.Carries;
import io.github.hubgenealogy.explorer.genealogy.WarningSign;
import io.github.hubgenealogy.explorer.made.MadeSnapshot;
import io.github.hubgenealogy.explorer.store.Explorations;
import io.github.hubgenealogy.explorer.store.StoredGenealogy;
import io.github.hubgenealogy.lake.command.Fault;
import io.github.hubgenealogy.lake.contract.TableContracts;
import io.github.hubgenealogy.lake.store.Lake;
import io.github.hubgenealogy.lake.store.Snapshot;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The question of exposure on small families whose answers are known by hand. */
final class ExposuresTest {
  @TempDir private Path lake;

  private void asked(MadeSnapshot made, List<String> ids, Consumer<Answer> check) throws Exception {
    Snapshot snapshot = made.publish(lake, "2026-11-01");
    try (StoredGenealogy genealogy = Explorations.open(snapshot)) {
      check.accept(new Exposures(Shelf.of(List.of(genealogy))).answer(ids));
    }
  }

  private static List<String> ids(List<Relative> relatives) {
    return relatives.stream().map(relative -> relative.model().id()).toList();
  }

  private static Relative of(Answer answer, String id) {
    return answer.descendants().stream()
        .filter(relative -> relative.model().id().equals(id))
        .findFirst()
        .orElseThrow();
  }

  @Test
  void each_relation_carries_what_the_definitions_say_and_the_weakest_step_counts()
      throws Exception {
    MadeSnapshot made =
        new MadeSnapshot()
            .edge("o/quantized", "o/base", "quantized")
            .edge("o/tuned", "o/base", "finetune")
            .edge("o/merged", "o/base", "merge")
            .edge("o/adapter", "o/base", "adapter")
            .edge("o/unsaid", "o/base", "unspecified")
            .edge("o/tuned-then-quantized", "o/tuned", "quantized")
            .edge("o/adapter-then-merged", "o/adapter", "merge")
            .succession("o/duplicate", "duplicated_from", "o/base");
    asked(
        made,
        List.of("o/base"),
        answer -> {
          assertThat(of(answer, "o/quantized").carries()).isEqualTo(Carries.COPY);
          assertThat(of(answer, "o/duplicate").carries()).isEqualTo(Carries.COPY);
          assertThat(of(answer, "o/tuned").carries()).isEqualTo(Carries.ALTERED);
          assertThat(of(answer, "o/merged").carries()).isEqualTo(Carries.MIXED);
          assertThat(of(answer, "o/adapter").carries()).isEqualTo(Carries.DELTA_ONLY);
          assertThat(of(answer, "o/unsaid").carries()).isEqualTo(Carries.UNKNOWN);
          assertThat(of(answer, "o/tuned-then-quantized").carries()).isEqualTo(Carries.ALTERED);
          assertThat(of(answer, "o/adapter-then-merged").carries()).isEqualTo(Carries.DELTA_ONLY);
          assertThat(answer.totals())
              .isEqualTo(
                  Map.of(
                      Carries.COPY,
                      2,
                      Carries.ALTERED,
                      2,
                      Carries.MIXED,
                      1,
                      Carries.DELTA_ONLY,
                      2,
                      Carries.UNKNOWN,
                      1));
        });
  }

  @Test
  void of_several_ways_the_one_that_carries_most_counts_though_it_is_longer() throws Exception {
    MadeSnapshot made =
        new MadeSnapshot()
            .edge("o/end", "o/base", "adapter")
            .edge("o/middle", "o/base", "quantized")
            .edge("o/end", "o/middle", "finetune");
    asked(
        made,
        List.of("o/base"),
        answer -> {
          Relative end = of(answer, "o/end");
          assertThat(end.carries()).isEqualTo(Carries.ALTERED);
          assertThat(end.distance()).isEqualTo(1);
          assertThat(end.chain()).containsExactly("o/base", "o/middle", "o/end");
          assertThat(end.way()).extracting(Step::relation).containsExactly("quantized", "finetune");
        });
  }

  @Test
  void a_cycle_ends_and_what_was_asked_for_is_no_descendant_of_itself() throws Exception {
    MadeSnapshot made =
        new MadeSnapshot()
            .edge("o/b", "o/a", "finetune")
            .edge("o/c", "o/b", "merge")
            .edge("o/a", "o/c", "merge");
    asked(
        made,
        List.of("o/a"),
        answer -> {
          assertThat(ids(answer.descendants())).containsExactly("o/b", "o/c");
          assertThat(ids(answer.ancestors())).containsExactly("o/c", "o/b");
        });
  }

  @Test
  void a_data_set_exposes_the_models_trained_on_it_and_what_descends_from_them() throws Exception {
    MadeSnapshot made =
        new MadeSnapshot()
            .dataset("d/data")
            .trainedOn("o/trained", "d/data")
            .edge("o/copy", "o/trained", "quantized");
    asked(
        made,
        List.of("d/data"),
        answer -> {
          assertThat(of(answer, "o/trained").carries()).isEqualTo(Carries.TRAINED);
          assertThat(of(answer, "o/copy").carries()).isEqualTo(Carries.COPY);
          assertThat(of(answer, "o/copy").distance()).isEqualTo(2);
          assertThat(of(answer, "o/copy").chain()).containsExactly("d/data", "o/trained", "o/copy");
        });
  }

  @Test
  void prose_alone_gives_a_candidate_and_counts_nowhere() throws Exception {
    MadeSnapshot made =
        new MadeSnapshot()
            .edge("o/child", "o/base-model", "finetune")
            .textEdge("o/said", "o/base-model")
            .textEdge("o/said-below", "o/child")
            .model("p/my-BASE-MODEL-too");
    asked(
        made,
        List.of("o/base-model"),
        answer -> {
          assertThat(ids(answer.descendants())).containsExactly("o/child");
          assertThat(answer.candidates())
              .extracting(candidate -> candidate.kind() + " " + candidate.model().id())
              .containsExactly("TEXT o/said", "TEXT o/said-below", "NAME p/my-BASE-MODEL-too");
          assertThat(answer.coverage().textOnly()).isEqualTo(2);
        });
  }

  @Test
  void the_same_shape_created_later_is_a_candidate_and_earlier_is_none() throws Exception {
    Object[] shape = {"model_type", "llama", "parameter_count", 7L};
    MadeSnapshot made =
        new MadeSnapshot()
            .model("o/base", with(shape, "created_at", MadeSnapshot.micros("2024-01-02T00:00:00Z")))
            .model(
                "p/later", with(shape, "created_at", MadeSnapshot.micros("2024-01-03T00:00:00Z")))
            .model(
                "p/sooner", with(shape, "created_at", MadeSnapshot.micros("2024-01-01T00:00:00Z")));
    asked(
        made,
        List.of("o/base"),
        answer ->
            assertThat(answer.candidates())
                .extracting(candidate -> candidate.kind() + " " + candidate.model().id())
                .containsExactly("SHAPE p/later"));
  }

  private static Object[] with(Object[] some, Object... more) {
    List<Object> all = new ArrayList<>(List.of(some));
    all.addAll(List.of(more));
    return all.toArray();
  }

  @Test
  void names_of_old_other_case_and_without_owner_lead_to_the_model() throws Exception {
    MadeSnapshot made =
        new MadeSnapshot()
            .edge("o/child", "o/Base", "finetune")
            .alias("old/base", "o/Base")
            .model("a/twice")
            .model("b/twice");
    asked(
        made,
        List.of("old/base", "O/base", "BASE", "https://huggingface.co/o/Base"),
        answer -> {
          assertThat(answer.asked()).extracting(Asked::id).containsExactly("o/Base");
          assertThat(answer.asked()).extracting(Asked::how).containsExactly("alias");
        });
    try (StoredGenealogy genealogy = Explorations.open(Lake.at(lake.toString()), null)) {
      Exposures exposures = new Exposures(Shelf.of(List.of(genealogy)));
      assertThatThrownBy(() -> exposures.answer(List.of("twice")))
          .isInstanceOfSatisfying(
              Fault.class, fault -> assertThat(fault.remedy()).contains("a/twice", "b/twice"));
      assertThatThrownBy(() -> exposures.answer(List.of("o/Bose")))
          .isInstanceOfSatisfying(
              Fault.class, fault -> assertThat(fault.remedy()).startsWith("Nearest: o/Base"));
    }
  }

  @Test
  void new_versions_are_to_be_checked_unless_they_descend_anyway() throws Exception {
    MadeSnapshot made =
        new MadeSnapshot()
            .edge("o/child", "o/base", "finetune")
            .succession("o/base", "new_version", "o/next")
            .succession("o/base", "new_version", "o/child")
            .succession("o/other", "new_version", "o/elsewhere");
    asked(
        made,
        List.of("o/base"),
        answer ->
            assertThat(answer.toCheck())
                .extracting(ToCheck::id, ToCheck::newVersionOf)
                .containsExactly(tuple("o/next", "o/base")));
  }

  @Test
  void publishers_are_grouped_with_their_contacts_in_order() throws Exception {
    MadeSnapshot made =
        new MadeSnapshot()
            .edge("p/one", "o/base", "finetune")
            .edge("p/two", "o/base", "quantized")
            .model("p/two", "downloads_30d", 9L)
            .edge("q/gone", "o/base", "finetune")
            .model("q/gone", "presence", "absent")
            .edge("legacy", "o/base", "finetune")
            .row(
                TableContracts.RAW_OWNERS,
                Map.of(
                    "owner",
                    "p",
                    "type",
                    "organisation",
                    "displayName",
                    "P Ltd",
                    "website",
                    "https://p.example",
                    "status",
                    "found"));
    asked(
        made,
        List.of("o/base"),
        answer -> {
          Publisher first = answer.publishers().get(0);
          assertThat(first.owner()).isEqualTo("p");
          assertThat(first.type()).isEqualTo("organisation");
          assertThat(first.models()).hasSize(2);
          assertThat(first.contacts())
              .extracting(contact -> contact.kind() + " " + contact.address())
              .containsExactly(
                  "DISCUSSIONS https://huggingface.co/p/two/discussions",
                  "OWNER_PAGE https://huggingface.co/p",
                  "WEBSITE https://p.example",
                  "HOST privacy@huggingface.co");
          assertThat(answer.publishers())
              .extracting(publisher -> publisher.owner() + " " + publisher.gone())
              .containsExactly("p 0", "null 0", "q 1");
        });
  }

  @Test
  void warning_signs_and_policies_are_those_of_the_whole_way() throws Exception {
    MadeSnapshot made =
        new MadeSnapshot()
            .edge(
                "o/b",
                "o/a",
                "finetune",
                "relation_conflict",
                true,
                "policies",
                List.of("union", "card", "hub"))
            .edge(
                "o/c",
                "o/b",
                "finetune",
                "typed_tag_alone",
                true,
                "policies",
                List.of("union", "hub"));
    asked(
        made,
        List.of("o/a"),
        answer -> {
          Relative end = of(answer, "o/c");
          assertThat(end.policies()).containsExactly("union", "hub");
          assertThat(end.warnings())
              .containsExactlyInAnyOrder(
                  WarningSign.RELATION_CONFLICT, WarningSign.TYPED_TAG_ALONE);
        });
  }

  @Test
  void the_coverage_box_counts_what_no_answer_can_know() throws Exception {
    MadeSnapshot made =
        new MadeSnapshot()
            .edge("o/child", "o/base", "finetune")
            .edge("o/orphan", "o/missing", "finetune")
            .model("o/missing", "presence", "absent")
            .textEdge("o/said", "o/base")
            .row(TableContracts.CARDS, Map.of("model_id", "o/child", "parse_status", "ok"))
            .row(TableContracts.CARDS, Map.of("model_id", "o/base", "parse_status", "missing"));
    asked(
        made,
        List.of("o/base"),
        answer ->
            assertThat(answer.coverage())
                .isEqualTo(
                    new Coverage(
                        4,
                        2,
                        Map.of("ok", 1L, "missing", 1L),
                        1,
                        Map.of("absent", 1),
                        Map.of("claims: malformed", 3L),
                        1)));
  }

  @Test
  void ancestors_and_their_data_sets_are_named() throws Exception {
    MadeSnapshot made =
        new MadeSnapshot()
            .edge("o/base", "o/root", "finetune")
            .trainedOn("o/root", "d/data")
            .trainedOn("o/base", "d/more");
    asked(
        made,
        List.of("o/base"),
        answer -> {
          assertThat(ids(answer.ancestors())).containsExactly("o/root");
          assertThat(answer.ancestors().get(0).chain()).containsExactly("o/base", "o/root");
          assertThat(answer.datasets())
              .extracting(used -> used.model() + " " + used.dataset() + " " + used.presence())
              .containsExactly("o/base d/more unasked", "o/root d/data unasked");
        });
  }

  @Test
  void over_all_snapshots_the_deleted_and_the_renamed_are_found_once() throws Exception {
    Snapshot first =
        new MadeSnapshot()
            .edge("o/deleted", "o/base", "finetune")
            .edge("o/below-deleted", "o/deleted", "quantized")
            .edge("old/name", "o/base", "adapter")
            .publish(lake, "2026-10-01");
    Snapshot second =
        new MadeSnapshot()
            .model("o/below-deleted")
            .edge("new/name", "o/base", "adapter")
            .edge("o/late", "new/name", "quantized")
            .alias("old/name", "new/name")
            .publish(lake, "2026-11-01");
    try (StoredGenealogy older = Explorations.open(first);
        StoredGenealogy newer = Explorations.open(second)) {
      Answer alone = new Exposures(Shelf.of(List.of(newer))).answer(List.of("o/base"));
      assertThat(ids(alone.descendants())).containsExactly("new/name", "o/late");
      Answer all = new Exposures(Shelf.of(List.of(older, newer))).answer(List.of("o/base"));
      assertThat(ids(all.descendants()))
          .containsExactly("o/deleted", "o/below-deleted", "new/name", "o/late");
      assertThat(of(all, "o/deleted").present()).isFalse();
      assertThat(of(all, "o/deleted").snapshots())
          .isEqualTo(new Relative.Seen("2026-10-01", "2026-10-01"));
      assertThat(of(all, "o/below-deleted").present()).isTrue();
      assertThat(of(all, "new/name").snapshots())
          .isEqualTo(new Relative.Seen("2026-10-01", "2026-11-01"));
      Answer gone = new Exposures(Shelf.of(List.of(older, newer))).answer(List.of("o/deleted"));
      assertThat(gone.asked().get(0).present()).isFalse();
      assertThat(ids(gone.descendants())).containsExactly("o/below-deleted");
    }
  }
}
