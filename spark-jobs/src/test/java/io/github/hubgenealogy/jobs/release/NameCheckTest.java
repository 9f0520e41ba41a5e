package io.github.hubgenealogy.jobs.release;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.hubgenealogy.lake.contract.TableContracts;
import io.github.hubgenealogy.lake.id.ModelId;
import io.github.hubgenealogy.lake.rows.TableRows;
import io.github.hubgenealogy.lake.store.Lake;
import io.github.hubgenealogy.lake.store.Snapshot;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/** The check of a release on a snapshot that is none: it must find what is there. */
final class NameCheckTest {
  private static final Snapshot SAMPLE =
      Lake.at(Path.of(System.getProperty("hubgen.home"), "data", "sample").toString())
          .snapshot("sample");

  private static Set<String> owners() throws Exception {
    Set<String> owners = new HashSet<>();
    try (TableRows rows = new TableRows(SAMPLE, TableContracts.MODELS, List.of("owner"))) {
      for (Object[] row = rows.next(); row != null; row = rows.next()) {
        if (row[0] != null) {
          owners.add(ModelId.caseFold((String) row[0]));
        }
      }
    }
    return owners;
  }

  private static Set<String> places(NameCheck check) {
    Set<String> places = new TreeSet<>();
    check.leaks().values().forEach(places::addAll);
    return places;
  }

  @Test
  void names_are_found_in_every_kind_of_file_and_in_lists() throws Exception {
    NameCheck check = new NameCheck(SAMPLE, owners(), Set.of());
    check.run();
    assertThat(places(check))
        .contains(
            "models.owner",
            "models.model_id",
            "edges.child_id",
            "raw_models.tags",
            "raw_models.baseModels",
            "raw_cards.content",
            "lineage.component_label",
            "source_agreement.examples",
            "report/index.html",
            "report/top-children.csv",
            "report/top-children.tex");
    assertThat(check.leaks()).hasSameSizeAs(owners());
  }

  @Test
  void a_common_word_is_listed_and_no_finding() throws Exception {
    NameCheck check = new NameCheck(SAMPLE, Set.of("card", "union", "report", "1"), Set.of());
    check.run();
    assertThat(check.leaks()).isEmpty();
    assertThat(check.collisions()).containsKeys("card", "union", "report");
    NameCheck given = new NameCheck(SAMPLE, owners(), owners());
    given.run();
    assertThat(given.leaks()).isEmpty();
    assertThat(given.collisions()).hasSameSizeAs(owners());
  }

  @Test
  void a_name_is_whole_or_stands_before_a_slash() throws Exception {
    assertThat(TextValues.of("x.json", "{\"a\": [\"b\", {\"c\": \"d/e\"}]}").whole())
        .containsExactly("a", "b", "c", "d/e");
    assertThat(TextValues.of("x.html", "<p id='q'>some text</p>").whole())
        .contains("q", "some text");
    assertThat(TextValues.of("x.csv", "\"o/m\",1\n").whole()).contains("o/m", "1");
    assertThat(TextValues.of("x.tex", "an\\_owner/m & 1").running())
        .containsExactly("an_owner/m \t 1");
  }
}
