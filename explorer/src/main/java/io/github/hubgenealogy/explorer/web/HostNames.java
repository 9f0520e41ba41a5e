package io.github.hubgenealogy.explorer.web;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;

/**
 * The names under which the server answers: what it is bound to, the names of this machine for
 * itself where it is bound to loopback, and those that whoever started it has given. Where it is
 * bound to all addresses, any address will do, but no name: a name can be made to lead here.
 */
final class HostNames {
  private static final Set<String> LOOPBACK = Set.of("127.0.0.1", "localhost", "::1");
  private static final Set<String> ANY = Set.of("0.0.0.0", "::");
  private static final Pattern ADDRESS =
      Pattern.compile("[0-9]+(\\.[0-9]+){3}|[0-9a-f]*:[0-9a-f:.]+");

  private final Set<String> names;
  private final boolean anyAddress;

  HostNames(String bind, List<String> given) {
    String address = bare(bind);
    names = new TreeSet<>(given.stream().map(HostNames::bare).toList());
    names.add(address);
    anyAddress = ANY.contains(address);
    if (anyAddress || LOOPBACK.contains(address)) {
      names.addAll(LOOPBACK);
    }
  }

  /** Whether a Host header names us, whatever its port. */
  boolean allow(String header) {
    if (header == null) {
      return false;
    }
    String host = bare(withoutPort(header.strip()));
    return names.contains(host) || (anyAddress && ADDRESS.matcher(host).matches());
  }

  private static String withoutPort(String header) {
    if (header.startsWith("[")) {
      int end = header.indexOf(']');
      return end < 0 ? header : header.substring(0, end + 1);
    }
    int colon = header.lastIndexOf(':');
    return colon < 0 ? header : header.substring(0, colon);
  }

  private static String bare(String host) {
    String lower = host.toLowerCase(Locale.ROOT);
    return lower.startsWith("[") && lower.endsWith("]")
        ? lower.substring(1, lower.length() - 1)
        : lower;
  }
}
