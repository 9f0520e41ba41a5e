package io.github.hubgenealogy.explorer.filing;

import io.github.hubgenealogy.explorer.exposure.Contact;
import io.github.hubgenealogy.explorer.exposure.Publisher;
import io.github.hubgenealogy.explorer.exposure.Relative;
import io.github.hubgenealogy.explorer.exposure.Step;
import io.github.hubgenealogy.explorer.genealogy.Carries;
import io.github.hubgenealogy.explorer.genealogy.Member;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * The columns of the filed tables, which are fixed: docs/exposure.md describes each of them, and
 * later versions only add at the end.
 */
final class RecordLines {
  static final List<String> RELATIVES =
      List.of(
          "carries",
          "distance",
          "steps",
          "id",
          "owner",
          "present",
          "presence",
          "first_listed",
          "last_listed",
          "chain",
          "chain_relations",
          "chain_sources",
          "chain_basis",
          "chain_conflicts",
          "policies",
          "warnings",
          "licences",
          "created_at",
          "last_modified",
          "downloads_30d",
          "likes",
          "gated",
          "task",
          "page");

  static final List<String> PUBLISHERS =
      List.of(
          "publisher",
          "type",
          "display_name",
          "models",
          "copy",
          "altered",
          "mixed",
          "delta_only",
          "unknown",
          "trained",
          "gone",
          "downloads_30d",
          "discussions",
          "owner_page",
          "website",
          "card_contact",
          "host",
          "notified_on",
          "channel",
          "answer");

  /** A sheet's columns before those of a relative. */
  static final List<String> SHEET = List.of("notified_on", "channel", "answer");

  private static final String STEP = " > ";
  private static final String LIST = "; ";
  private static final String HUB = "https://huggingface.co/";

  private RecordLines() {}

  static List<Object> relative(Relative relative) {
    Member model = relative.model();
    List<Object> line = new ArrayList<>();
    line.add(relative.carries().word());
    line.add(relative.distance());
    line.add(relative.way().size());
    line.add(model.id());
    line.add(model.owner());
    line.add(relative.present());
    line.add(model.presence().word());
    line.add(relative.snapshots() == null ? null : relative.snapshots().first());
    line.add(relative.snapshots() == null ? null : relative.snapshots().last());
    line.add(String.join(STEP, relative.chain()));
    line.add(along(relative, Step::relation));
    line.add(along(relative, step -> step.edge() == null ? "card" : sources(step)));
    line.add(along(relative, step -> step.edge() == null ? "none" : step.edge().basis()));
    line.add(
        along(relative, step -> Boolean.toString(step.edge() != null && step.edge().conflict())));
    line.add(String.join(LIST, relative.policies()));
    line.add(
        relative.warnings().stream().map(sign -> sign.word()).collect(Collectors.joining(LIST)));
    line.add(String.join(LIST, model.licences()));
    line.add(model.createdAt());
    line.add(relative.lastModified());
    line.add(model.downloads());
    line.add(model.likes());
    line.add(model.gated());
    line.add(model.task());
    line.add(HUB + model.id());
    return line;
  }

  private static String sources(Step step) {
    return String.join("+", step.edge().sources());
  }

  private static String along(Relative relative, Function<Step, String> what) {
    return relative.way().stream().map(what).collect(Collectors.joining(STEP));
  }

  static List<Object> publisher(Publisher publisher) {
    List<Object> line = new ArrayList<>();
    line.add(publisher.owner());
    line.add(publisher.type());
    line.add(publisher.displayName());
    line.add(publisher.models().size());
    for (Carries kind :
        List.of(
            Carries.COPY,
            Carries.ALTERED,
            Carries.MIXED,
            Carries.DELTA_ONLY,
            Carries.UNKNOWN,
            Carries.TRAINED)) {
      line.add(publisher.carries().getOrDefault(kind, 0));
    }
    line.add(publisher.gone());
    line.add(publisher.downloads());
    Arrays.stream(Contact.Kind.values()).forEach(kind -> line.add(contact(publisher, kind)));
    line.addAll(Arrays.asList(null, null, null));
    return line;
  }

  private static String contact(Publisher publisher, Contact.Kind kind) {
    return publisher.contacts().stream()
        .filter(contact -> contact.kind() == kind)
        .map(Contact::address)
        .collect(
            Collectors.collectingAndThen(
                Collectors.joining(" "), text -> text.isEmpty() ? null : text));
  }
}
