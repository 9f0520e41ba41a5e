package io.github.hubgenealogy.simulator.ecosystem;

import java.util.Arrays;

/**
 * Models in the order they were thought of, before creation dates put them in the Hub's order. 23
 * bytes each.
 */
final class Tickets {
  /** A parent that is no model. */
  static final int NONE = -1;

  private int size;
  private double[] shares;
  private int[] parents;
  private byte[] kinships;
  private byte[] domains;
  private byte[] forms;
  private byte[] marks;

  Tickets(int capacity) {
    shares = new double[capacity];
    parents = new int[capacity];
    kinships = new byte[capacity];
    domains = new byte[capacity];
    forms = new byte[capacity];
    marks = new byte[capacity];
  }

  /**
   * Adds one.
   *
   * @param share when: the share of all models that are older
   * @param parent a ticket, {@link #NONE}, or a deleted model d as −2−d
   */
  int add(double share, int parent, Kinship kinship, Domain domain) {
    if (size == shares.length) {
      int capacity = 2 * size + 16;
      shares = Arrays.copyOf(shares, capacity);
      parents = Arrays.copyOf(parents, capacity);
      kinships = Arrays.copyOf(kinships, capacity);
      domains = Arrays.copyOf(domains, capacity);
      forms = Arrays.copyOf(forms, capacity);
      marks = Arrays.copyOf(marks, capacity);
    }
    shares[size] = share;
    parents[size] = parent;
    kinships[size] = kinship.code();
    domains[size] = domain.code();
    return size++;
  }

  int size() {
    return size;
  }

  double share(int ticket) {
    return shares[ticket];
  }

  void share(int ticket, double share) {
    shares[ticket] = share;
  }

  int parent(int ticket) {
    return parents[ticket];
  }

  void parent(int ticket, int parent) {
    parents[ticket] = parent;
  }

  byte kinship(int ticket) {
    return kinships[ticket];
  }

  byte domain(int ticket) {
    return domains[ticket];
  }

  /** The ordinal of the form of a parent that is no model, or {@link Form#EXACT}'s. */
  byte form(int ticket) {
    return forms[ticket];
  }

  void form(int ticket, Form form) {
    forms[ticket] = form.code();
  }

  /** See {@link Structure}'s marks. */
  byte mark(int ticket) {
    return marks[ticket];
  }

  void mark(int ticket, int mark) {
    marks[ticket] |= (byte) mark;
  }
}
