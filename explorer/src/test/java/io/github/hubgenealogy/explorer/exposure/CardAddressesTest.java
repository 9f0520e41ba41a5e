package io.github.hubgenealogy.explorer.exposure;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.hubgenealogy.explorer.made.MadeSnapshot;
import io.github.hubgenealogy.explorer.store.Explorations;
import io.github.hubgenealogy.explorer.store.StoredGenealogy;
import io.github.hubgenealogy.lake.contract.TableContracts;
import io.github.hubgenealogy.lake.store.Snapshot;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Addresses in cards. */
final class CardAddressesTest {
  @TempDir private Path lake;

  @Test
  void the_first_addresses_that_reach_somebody_are_taken() {
    assertThat(
            CardAddresses.addresses(
                "git@github.com:x/y you@host.org a.b+c@lab.univ.fr, <d@e.co> d@e.co f@g.io h@i.io"))
        .extracting(Contact::address)
        .containsExactly("a.b+c@lab.univ.fr", "d@e.co", "f@g.io");
    assertThat(CardAddresses.addresses("nobody@example.com x@ @y.z no.at.sign")).isEmpty();
  }

  @Test
  void a_card_made_to_stall_a_pattern_is_read_to_its_end() {
    String hostile = "a.".repeat(250_000) + "@" + "b-".repeat(250_000) + "@".repeat(100_000);
    assertThat(CardAddresses.addresses(hostile)).isEmpty();
  }

  @Test
  void they_stand_before_the_host_among_a_publisher_s_contacts() throws Exception {
    Snapshot snapshot =
        new MadeSnapshot()
            .edge("p/one", "o/base", "finetune")
            .model("p/one", "repo_key", "k1")
            .row(
                TableContracts.RAW_CARDS,
                Map.of(
                    "_id",
                    "k1",
                    "id",
                    "p/one",
                    "status",
                    "ok",
                    "content",
                    "# Contact\nme@p.example.org or p@lab.fr".getBytes(StandardCharsets.UTF_8)))
            .publish(lake, "2026-11-01");
    try (StoredGenealogy genealogy = Explorations.open(snapshot)) {
      Answer answer = new Exposures(Shelf.of(List.of(genealogy))).answer(List.of("o/base"));
      assertThat(CardAddresses.added(answer, snapshot, genealogy, 5).publishers().get(0).contacts())
          .extracting(contact -> contact.kind() + " " + contact.address())
          .containsExactly(
              "DISCUSSIONS https://huggingface.co/p/one/discussions",
              "OWNER_PAGE https://huggingface.co/p",
              "CARD me@p.example.org",
              "CARD p@lab.fr",
              "HOST privacy@huggingface.co");
    }
  }
}
