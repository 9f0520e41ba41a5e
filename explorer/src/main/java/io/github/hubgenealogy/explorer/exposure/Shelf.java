package io.github.hubgenealogy.explorer.exposure;

import io.github.hubgenealogy.explorer.store.StoredGenealogy;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.function.Function;

/**
 * Snapshots to be read, the oldest first: either all open, as a server has them, or opened one at a
 * time and closed before the next, so that memory need hold one graph whatever their number.
 */
public final class Shelf {
  private final int size;
  private final Opener opener;
  private final List<StoredGenealogy> opened;

  /** Opens the snapshot of a number. */
  @FunctionalInterface
  public interface Opener {
    StoredGenealogy open(int number) throws IOException;
  }

  private Shelf(int size, Opener opener, List<StoredGenealogy> opened) {
    if (size < 1) {
      throw new IllegalArgumentException("no snapshot to read");
    }
    this.size = size;
    this.opener = opener;
    this.opened = opened;
  }

  /** Of snapshots that are open, and stay so as long as answers are read. */
  public static Shelf of(List<StoredGenealogy> opened) {
    return new Shelf(opened.size(), null, List.copyOf(opened));
  }

  /** Of snapshots that are opened when they are read. */
  public static Shelf of(int size, Opener opener) {
    return new Shelf(size, opener, null);
  }

  int size() {
    return size;
  }

  int newest() {
    return size - 1;
  }

  /** Those that are open, or null where they are opened one at a time. */
  List<StoredGenealogy> opened() {
    return opened;
  }

  /**
   * Reads a snapshot. What is returned must not hold on to it.
   *
   * @throws UncheckedIOException where it cannot be opened
   */
  public <T> T read(int number, Function<StoredGenealogy, T> reading) {
    if (opened != null) {
      return reading.apply(opened.get(number));
    }
    try (StoredGenealogy genealogy = opener.open(number)) {
      return reading.apply(genealogy);
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
  }

  /** Reads the newest snapshot likewise. */
  public <T> T readNewest(Function<StoredGenealogy, T> reading) {
    return read(newest(), reading);
  }
}
