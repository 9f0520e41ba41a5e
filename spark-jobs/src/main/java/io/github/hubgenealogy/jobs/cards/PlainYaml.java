package io.github.hubgenealogy.jobs.cards;

import io.github.hubgenealogy.jobs.pipeline.JobsSettings;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Reads the YAML of which nearly all front matter is made: block mappings and lists of plain or
 * simply quoted one-line values, straight from the bytes. At the first thing that is not of this
 * kind it gives up, so that it either gives what the full reader gives, or nothing. Tests hold the
 * two equal on random texts and on all real cards. Not for several threads.
 */
final class PlainYaml {
  /** Deeper nesting is left to the full reader, which does not recurse. */
  private static final int MAX_DEPTH = 24;

  /** The full reader refuses keys of more than 1,024 characters. */
  private static final int MAX_KEY_BYTES = 1_000;

  private final int maxDepth;
  private final long maxEvents;
  private final PlainScalars scalars = new PlainScalars();

  private byte[] text;
  private int end;

  /** Where the next line that holds something begins, after its blanks; {@code end} if none. */
  private int at;

  /** How many blanks stand before {@code at}; −1 at the end. */
  private int indent;

  private int depth;
  private long events;

  PlainYaml(JobsSettings.Cards limits) {
    this.maxDepth = Math.min(MAX_DEPTH, limits.maxDepth());
    this.maxEvents = limits.maxEvents();
  }

  /**
   * Reads a text.
   *
   * @param yaml its bytes, valid UTF-8
   * @return its one map, or null where the full reader has to decide
   */
  Node.Entries read(byte[] yaml) {
    if (!PlainBytes.allPlain(yaml)) {
      return null;
    }
    text = yaml;
    end = yaml.length;
    depth = 0;
    events = 0;
    toLine(0);
    if (indent < 0 || isDash(at)) {
      return null;
    }
    Node.Entries root = map(indent);
    return root == null || indent >= 0 || events > maxEvents ? null : root;
  }

  /** Goes to the next line that is neither blank nor a comment, from the beginning of a line. */
  private void toLine(int lineStart) {
    int start = lineStart;
    while (start < end) {
      int p = start;
      while (p < end && text[p] == ' ') {
        p++;
      }
      if (p < end && text[p] != '#' && !isBreak(text[p])) {
        at = p;
        indent = p - start;
        return;
      }
      start = afterLine(p);
    }
    at = end;
    indent = -1;
  }

  private int afterLine(int from) {
    int p = from;
    while (p < end && text[p] != '\n') {
      p++;
    }
    return p + 1;
  }

  private static boolean isBreak(byte b) {
    return b == '\n' || b == '\r';
  }

  private boolean isBlankOrEnd(int p) {
    return p >= end || text[p] == ' ' || isBreak(text[p]);
  }

  private boolean isDash(int p) {
    return p < end && text[p] == '-' && isBlankOrEnd(p + 1);
  }

  private int afterBlanks(int from) {
    int p = from;
    while (p < end && text[p] == ' ') {
      p++;
    }
    return p;
  }

  /** Whether nothing but a comment follows; {@code p} stands after a blank or a line's value. */
  private boolean isLineEnd(int p) {
    return p >= end || isBreak(text[p]) || (text[p] == '#' && text[p - 1] == ' ');
  }

  /** A map whose keys stand at this column; its first key is at {@code at}. */
  private Node.Entries map(int column) {
    if (++depth > maxDepth) {
      return null;
    }
    events += 2;
    Map<String, Node> entries = new LinkedHashMap<>();
    long size = 1;
    int expected = column;
    do {
      int colon = colonOfKey(at);
      if (indent != expected || colon < 0) {
        return null;
      }
      String key = key(at, colon);
      events++;
      Node value = afterKey(colon + 1, column);
      if (key == null || value == null || entries.put(key, value) != null) {
        return null;
      }
      size += 1 + value.size();
      expected = column;
    } while (indent >= column);
    depth--;
    return new Node.Entries(entries, size);
  }

  /** The place of the colon after a plain key at {@code from}, or −1 where there is none. */
  private int colonOfKey(int from) {
    if (from >= end || !PlainBytes.beginsKey(text[from])) {
      return -1;
    }
    int limit = Math.min(end, from + MAX_KEY_BYTES);
    for (int p = from + 1; p < limit; p++) {
      byte b = text[p];
      if (b == ':' && isBlankOrEnd(p + 1)) {
        return p;
      }
      if (isBreak(b) || (b == '#' && text[p - 1] == ' ')) {
        return -1;
      }
    }
    return -1;
  }

  private String key(int from, int colon) {
    int to = colon;
    while (text[to - 1] == ' ') {
      to--;
    }
    return scalars.key(text, from, to);
  }

  /** What stands after a key's colon, or on the lines below it; null to give up. */
  private Node afterKey(int afterColon, int column) {
    int p = afterBlanks(afterColon);
    if (!isLineEnd(p)) {
      return isDash(p) ? null : line(p, column);
    }
    toLine(afterLine(p));
    if (indent > column) {
      return isDash(at) ? list(indent, false) : map(indent);
    }
    if (indent == column && isDash(at)) {
      return list(column, true);
    }
    events++;
    return new Node.Nothing();
  }

  /**
   * A list whose dashes stand at this column.
   *
   * @param sameColumn whether the keys around it stand there too, so that one may end it
   */
  private Node list(int column, boolean sameColumn) {
    if (++depth > maxDepth) {
      return null;
    }
    events += 2;
    List<Node> items = new ArrayList<>();
    long size = 1;
    while (indent == column && isDash(at)) {
      Node item = item(column);
      if (item == null) {
        return null;
      }
      items.add(item);
      size += item.size();
    }
    depth--;
    return indent > column || (indent == column && !sameColumn)
        ? null
        : new Node.Items(items, size);
  }

  private Node item(int column) {
    int p = afterBlanks(at + 1);
    if (isLineEnd(p)) {
      toLine(afterLine(p));
      if (indent > column) {
        return isDash(at) ? list(indent, false) : map(indent);
      }
      events++;
      return new Node.Nothing();
    }
    if (isDash(p)) {
      return null;
    }
    if (colonOfKey(p) >= 0) {
      indent = column + (p - at);
      at = p;
      return map(indent);
    }
    return line(p, column);
  }

  /**
   * A value that begins at {@code from} and must end in its line; the next line stands below it.
   */
  private Node line(int from, int column) {
    byte first = text[from];
    int after;
    Node value;
    if (first == '\'' || first == '"') {
      after = scalars.afterQuoted(text, from, end);
      value = after < 0 ? null : scalars.quoted(text, from, after);
    } else if (first == '[') {
      after = scalars.afterFlow(text, from, end);
      value = after < 0 ? null : scalars.flow(text, from, after);
    } else {
      after = afterPlain(from);
      value = after < 0 ? null : scalars.plain(text, from, after);
    }
    if (value == null || !isLineEnd(afterBlanks(after))) {
      return null;
    }
    events += value.size() + 1;
    toLine(afterLine(after));
    return indent > column ? null : value;
  }

  /** Where a plain value ends, its blanks left out; −1 where it is none. */
  private int afterPlain(int from) {
    if (!PlainBytes.beginsValue(text[from]) && !(text[from] == '-' && !isBlankOrEnd(from + 1))) {
      return -1;
    }
    int last = from;
    for (int p = from + 1; p < end; p++) {
      byte b = text[p];
      if (isBreak(b) || (b == '#' && text[p - 1] == ' ')) {
        break;
      }
      if (b == ':' && isBlankOrEnd(p + 1)) {
        return -1;
      }
      if (b != ' ') {
        last = p;
      }
    }
    return last + 1;
  }
}
