package io.github.hubgenealogy.explorer.exposure;

import io.github.hubgenealogy.explorer.genealogy.Carries;
import io.github.hubgenealogy.explorer.genealogy.OwnerSheet;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Groups descendants by who published them, and finds where each can be reached. */
final class Publishers {
  /** Where repositories have their pages. */
  static final String HUB = "https://huggingface.co/";

  /** The address that the Hub's own privacy policy gives for requests. */
  private static final String HOST = "privacy@huggingface.co";

  private final Archive archive;
  private final Relatives descendants;
  private final Map<String, OwnerSheet> known = new HashMap<>();

  Publishers(Archive archive, Relatives descendants) {
    this.archive = archive;
    this.descendants = descendants;
    archive.parts().forEach(part -> part.owners(sheet -> known.put(sheet.owner(), sheet)));
  }

  /** What is gathered of one owner. */
  private static final class Group {
    private final List<Integer> models = new ArrayList<>();
    private final Map<Carries, Integer> carries = new EnumMap<>(Carries.class);
    private long downloads;
    private int gone;
    private String busiest;
    private long busiestDownloads = -1;
  }

  List<Publisher> all() {
    Map<String, Group> groups = new TreeMap<>();
    for (int i = 0; i < descendants.size(); i++) {
      int node = descendants.node(i);
      int s = archive.latest(node);
      Part part = archive.parts().get(s);
      int vertex = archive.vertex(node, s);
      String owner = part.owner(vertex);
      Group group = groups.computeIfAbsent(owner == null ? "" : owner, name -> new Group());
      long downloads = part.downloads(vertex);
      group.models.add(i);
      group.carries.merge(descendants.walk().carries(descendants.place(i)), 1, Integer::sum);
      group.downloads += downloads;
      if (!descendants.isPresent(node)) {
        group.gone++;
      } else if (downloads > group.busiestDownloads) {
        group.busiestDownloads = downloads;
        group.busiest = part.id(vertex);
      }
    }
    List<Publisher> publishers = new ArrayList<>(groups.size());
    groups.forEach((name, group) -> publishers.add(publisher(name, group)));
    publishers.sort(
        Comparator.comparingInt((Publisher publisher) -> -publisher.models().size())
            .thenComparing(publisher -> publisher.owner() == null ? "" : publisher.owner()));
    return publishers;
  }

  private Publisher publisher(String name, Group group) {
    OwnerSheet sheet = known.get(name);
    List<Contact> contacts = new ArrayList<>();
    if (group.busiest != null) {
      contacts.add(new Contact(Contact.Kind.DISCUSSIONS, HUB + group.busiest + "/discussions"));
    }
    if (!name.isEmpty()) {
      contacts.add(new Contact(Contact.Kind.OWNER_PAGE, HUB + name));
    }
    if (sheet != null && sheet.website() != null && !sheet.website().isBlank()) {
      contacts.add(new Contact(Contact.Kind.WEBSITE, sheet.website()));
    }
    contacts.add(new Contact(Contact.Kind.HOST, HOST));
    return new Publisher(
        name.isEmpty() ? null : name,
        sheet == null ? null : sheet.type(),
        sheet == null ? null : sheet.displayName(),
        group.models,
        group.carries,
        group.downloads,
        group.gone,
        group.busiest,
        contacts);
  }
}
