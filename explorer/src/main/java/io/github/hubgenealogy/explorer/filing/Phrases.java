package io.github.hubgenealogy.explorer.filing;

import io.github.hubgenealogy.explorer.exposure.Contact;
import io.github.hubgenealogy.explorer.exposure.Publisher;
import io.github.hubgenealogy.explorer.exposure.Relative;
import io.github.hubgenealogy.explorer.exposure.Step;
import java.time.Instant;
import java.util.stream.Collectors;

/** Ways, evidence and publishers as a page words them; nothing is escaped yet. */
final class Phrases {
  private final Wording words;

  Phrases(Wording words) {
    this.words = words;
  }

  static String way(Relative relative) {
    StringBuilder text = new StringBuilder();
    for (Step step : relative.way()) {
      text.append(step.from()).append(" —").append(step.relation()).append("→ ");
    }
    return text.append(relative.model().id()).toString();
  }

  static String evidence(Relative relative) {
    return relative.way().stream()
        .map(step -> step.edge() == null ? "card" : String.join("+", step.edge().sources()))
        .collect(Collectors.joining(" > "));
  }

  String name(Publisher publisher) {
    return publisher.owner() == null ? words.text("without.owner") : publisher.owner();
  }

  String type(Publisher publisher) {
    if (publisher.type() == null) {
      return "";
    }
    return switch (publisher.type()) {
      case "person", "organisation" -> words.text(publisher.type());
      default -> publisher.type();
    };
  }

  String contacts(Publisher publisher, String between) {
    StringBuilder text = new StringBuilder();
    for (Contact contact : publisher.contacts()) {
      text.append(text.isEmpty() ? "" : between)
          .append(words.text("contact." + contact.kind().word()))
          .append(": ")
          .append(contact.address());
    }
    return text.toString();
  }

  /** The day, or null. */
  static String date(Instant time) {
    return time == null ? null : time.toString().substring(0, 10);
  }
}
