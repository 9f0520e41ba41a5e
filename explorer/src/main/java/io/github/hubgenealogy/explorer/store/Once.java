package io.github.hubgenealogy.explorer.store;

import java.util.function.Supplier;

/** A value made when it is first asked for, once, whoever asks. */
final class Once<T> implements Supplier<T> {
  private final Supplier<T> maker;
  private volatile T made;

  private Once(Supplier<T> maker) {
    this.maker = maker;
  }

  static <T> Supplier<T> of(Supplier<T> maker) {
    return new Once<>(maker);
  }

  @Override
  public T get() {
    T known = made;
    if (known == null) {
      synchronized (this) {
        known = made;
        if (known == null) {
          known = maker.get();
          made = known;
        }
      }
    }
    return known;
  }
}
