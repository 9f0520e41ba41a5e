package io.github.hubgenealogy.explorer.exposure;

import io.github.hubgenealogy.explorer.genealogy.Carries;
import java.util.List;
import java.util.Map;

/**
 * Who published models that descend. Not called a controller: that is for a lawyer to say.
 *
 * @param owner the name on the Hub; null for repositories without owner
 * @param type organisation or person; null where nobody asked the Hub or it did not say
 * @param displayName or null
 * @param models places in the list of descendants
 * @param carries how many of them by what they carry
 * @param downloads of 30 days, all of them together
 * @param gone how many the newest snapshot does not list
 * @param busiest the most downloaded of them that is listed, or null
 * @param contacts in the order in which they are to be tried
 */
public record Publisher(
    String owner,
    String type,
    String displayName,
    List<Integer> models,
    Map<Carries, Integer> carries,
    long downloads,
    int gone,
    String busiest,
    List<Contact> contacts) {

  /** The same with more contacts. */
  Publisher with(List<Contact> more) {
    return more.isEmpty()
        ? this
        : new Publisher(
            owner,
            type,
            displayName,
            models,
            carries,
            downloads,
            gone,
            busiest,
            CardAddresses.ordered(contacts, more));
  }
}
