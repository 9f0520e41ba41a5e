package io.github.hubgenealogy.crawler.rate;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.hubgenealogy.crawler.Tally;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

final class ConcurrencyTest {
  private static final long MILLI = 1_000_000;

  private final Waiting waiting = new Waiting(TimeSource.system(), new Tally(), null);
  private final Concurrency places = new Concurrency(waiting, 8, 64);

  private void answers(int count, long nanos) {
    for (int i = 0; i < count; i++) {
      places.took(nanos);
    }
  }

  @Test
  void it_grows_to_its_most_while_answers_are_as_fast_as_ever() {
    answers(2_000, 50 * MILLI);
    assertThat(places.limit()).isEqualTo(64);
  }

  @Test
  void it_shrinks_where_answers_queue_and_recovers() {
    answers(2_000, 50 * MILLI);
    answers(400, 200 * MILLI);
    assertThat(places.limit()).isLessThan(40);
    answers(2_000, 50 * MILLI);
    assertThat(places.limit()).isEqualTo(64);
  }

  @Test
  void a_quarter_of_slow_bodies_at_random_leaves_it_as_it_is() {
    for (int i = 0; i < 4_000; i++) {
      places.took(i % 4 == 0 ? 3_000 * MILLI : 50 * MILLI);
    }
    assertThat(places.limit()).isEqualTo(64);
  }

  @Test
  void one_that_waits_to_be_repeated_lets_another_in_and_comes_before_new_ones() throws Exception {
    Concurrency one = new Concurrency(waiting, 1, 1);
    one.enter();
    one.leave();
    one.enter(); // the other, while the first waits
    CountDownLatch back = new CountDownLatch(1);
    Thread first =
        new Thread(
            () -> {
              one.enterAgain();
              back.countDown();
            });
    first.start();
    // The other ends one question after another until the first has asked for its place again.
    while (one.stay()) {
      Thread.onSpinWait();
    }
    assertThat(back.await(30, TimeUnit.SECONDS)).isTrue();
    first.join();
  }
}
