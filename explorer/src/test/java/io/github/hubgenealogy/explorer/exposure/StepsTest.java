package io.github.hubgenealogy.explorer.exposure;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.hubgenealogy.explorer.genealogy.Carries;
import org.junit.jupiter.api.Test;

/** What a walk went over is read back as it was added. */
final class StepsTest {
  @Test
  void a_step_of_the_two_hundredth_snapshot_is_no_training_on_a_data_set() {
    Steps steps = new Steps();
    steps.begin();
    steps.add(1, Carries.COPY, 199, 7);
    steps.add(2, Carries.TRAINED, -1, -1);
    steps.end();
    assertThat(steps.snapshot(0)).isEqualTo(199);
    assertThat(steps.arc(0)).isEqualTo(7);
    assertThat(steps.to(0)).isEqualTo(1);
    assertThat(steps.snapshot(1)).isEqualTo(-1);
    assertThat(steps.first(1)).isEqualTo(2);
  }
}
