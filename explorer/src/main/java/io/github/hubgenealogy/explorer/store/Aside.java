package io.github.hubgenealogy.explorer.store;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.function.Supplier;

/**
 * A value that another thread makes while this one goes on. Closing waits for that thread, so that
 * nothing it reads is closed under it.
 */
final class Aside<T> implements AutoCloseable {
  private final CompletableFuture<T> made;

  private Aside(CompletableFuture<T> made) {
    this.made = made;
  }

  static <T> Aside<T> make(Supplier<T> maker) {
    return new Aside<>(CompletableFuture.supplyAsync(maker));
  }

  /** The value, or what its making failed with. */
  T get() {
    try {
      return made.join();
    } catch (CompletionException failed) {
      throw failed.getCause() instanceof RuntimeException cause ? cause : failed;
    }
  }

  @Override
  public void close() {
    made.handle((value, failure) -> null).join();
  }
}
