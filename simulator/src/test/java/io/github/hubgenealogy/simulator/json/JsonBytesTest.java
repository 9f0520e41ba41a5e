package io.github.hubgenealogy.simulator.json;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.time.Instant;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.api.Test;

final class JsonBytesTest {
  private static final ObjectMapper JSON = new ObjectMapper();

  @Property(tries = 300)
  void any_text_reads_back_as_it_was(@ForAll String text) throws Exception {
    JsonBytes json = new JsonBytes(4);
    json.string(text);
    assertThat(JSON.readTree(json.toByteArray()).asText()).isEqualTo(text);
  }

  @Property(tries = 300)
  void any_number_reads_back_as_it_was(@ForAll long number) {
    assertThat(new JsonBytes(1).number(number).toString()).isEqualTo(Long.toString(number));
  }

  @Property(tries = 300)
  void an_instant_is_written_as_the_jdk_reads_it(
      @ForAll @LongRange(min = -60_000_000_000L, max = 253_402_300_799L) long second) {
    assertThat(Instant.parse(Instants.text(second)).getEpochSecond()).isEqualTo(second);
  }

  @Test
  void commas_come_of_themselves_and_a_name_without_value_is_taken_back() {
    JsonBytes json = new JsonBytes(1);
    json.beginObject().name("a").number(1).name("b").value(List.of("x", 2.5, true));
    int mark = json.length();
    json.name("c");
    json.truncate(mark);
    json.name("d").nothing().endObject();
    assertThat(json).hasToString("{\"a\":1,\"b\":[\"x\",2.5,true],\"d\":null}");
  }

  @Test
  void a_lone_surrogate_is_escaped_as_javascript_does() {
    assertThat(new JsonBytes(1).string("a\ud800b\"\n")).hasToString("\"a\\ud800b\\\"\\n\"");
  }
}
