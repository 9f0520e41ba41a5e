package io.github.hubgenealogy.lake.id;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

final class ModelIdTest {
  /** Texts that often begin alike, of characters of one to four bytes. */
  @Provide
  Arbitrary<String> texts() {
    return Arbitraries.of("a", "b", "/", "é", "\u07ff", "\ud7ff", "\ue000", "\uffee", "🤗", "🦙")
        .list()
        .ofMaxSize(5)
        .map(each -> String.join("", each));
  }

  @Property
  void ids_stand_in_the_order_of_their_bytes(
      @ForAll("texts") String one, @ForAll("texts") String other) {
    assertThat(Integer.signum(ModelId.UTF8_ORDER.compare(one, other)))
        .isEqualTo(
            Integer.signum(
                Arrays.compareUnsigned(
                    one.getBytes(StandardCharsets.UTF_8), other.getBytes(StandardCharsets.UTF_8))));
  }
}
