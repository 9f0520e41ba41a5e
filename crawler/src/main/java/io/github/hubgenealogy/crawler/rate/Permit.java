package io.github.hubgenealogy.crawler.rate;

/**
 * One request on its way: what was known of the server's window when it left.
 *
 * @param generation the window in which it left, counted from the first
 * @param floor the least {@code r} seen in that window, or −1 where none was
 * @param sent when it left, nanoseconds
 * @param scout whether others wait for its answer to learn of the window
 */
public record Permit(int generation, long floor, long sent, boolean scout) {

  Permit sentAt(long nanos) {
    return new Permit(generation, floor, nanos, scout);
  }
}
