package io.github.hubgenealogy.lake.command;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.hubgenealogy.lake.settings.Durations;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.time.Duration;
import java.util.concurrent.Callable;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.api.Test;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

final class CommandsTest {
  private final StringWriter err = new StringWriter();

  @Command(name = "hubgen", mixinStandardHelpOptions = true)
  static final class Sample implements Callable<Integer> {
    @Option(names = "--window")
    private Duration window;

    @Option(names = "--fail")
    private String fail;

    @Override
    public Integer call() {
      if ("fault".equals(fail)) {
        throw Fault.badInput("no such\u001b[31m thing", "here", "Do that.");
      }
      if ("bug".equals(fail)) {
        throw new IllegalStateException("a bug");
      }
      return window == null ? 0 : (int) window.toSeconds();
    }
  }

  private int run(String... arguments) {
    return Commands.run(
        new Sample(), new PrintWriter(new StringWriter()), new PrintWriter(err), arguments);
  }

  @Test
  void an_unknown_option_is_one_line_that_names_the_nearest() {
    assertThat(run("--windw", "5s")).isEqualTo(2);
    assertThat(err.toString().lines()).hasSize(1);
    assertThat(err.toString()).contains("--windw").contains("--window").contains("--help");
  }

  @Test
  void a_value_that_cannot_be_read_is_one_line() {
    assertThat(run("--window", "soon")).isEqualTo(2);
    assertThat(err.toString().lines()).hasSize(1);
    assertThat(run("--window", "5s")).isEqualTo(5);
  }

  @Test
  void a_fault_is_one_safe_line_and_its_exit_code() {
    assertThat(run("--fail", "fault")).isEqualTo(3);
    assertThat(err.toString().strip())
        .isEqualTo("hubgen: no such\\u001b[31m thing: here. Do that.");
  }

  @Test
  void a_bug_of_ours_shows_its_trace() {
    assertThat(run("--fail", "bug")).isEqualTo(1);
    assertThat(err.toString()).contains("IllegalStateException: a bug").contains("\tat ");
  }

  @Property
  void a_duration_reads_back_as_it_was_written(
      @ForAll @LongRange(min = 0, max = 999_999_999_999L) long millis) {
    Duration duration = Duration.ofMillis(millis);
    assertThat(Durations.parse(Durations.format(duration))).isEqualTo(duration);
  }

  @Property
  void no_text_prints_a_control_or_a_bidi_character(@ForAll String text) {
    assertThat(Printable.line(text).codePoints())
        .allMatch(c -> !Character.isISOControl(c) && Character.getType(c) != Character.FORMAT);
  }
}
