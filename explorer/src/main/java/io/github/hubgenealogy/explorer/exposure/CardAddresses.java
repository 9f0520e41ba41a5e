package io.github.hubgenealogy.explorer.exposure;

import io.github.hubgenealogy.explorer.store.StoredGenealogy;
import io.github.hubgenealogy.lake.contract.TableContracts;
import io.github.hubgenealogy.lake.store.Snapshot;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.sql.Blob;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Finds e-mail addresses in the cards of publishers, as they were fetched ({@code raw/cards}). The
 * cards are not in the index, so this reads the lake: some seconds at millions of cards.
 */
public final class CardAddresses {
  private static final int MOST = 3;

  /** Every repetition is possessive, so the time is linear in the card. */
  private static final Pattern ADDRESS =
      Pattern.compile(
          "(?<![\\w.%+-])[\\w.%+-]{1,64}+@(?:[A-Za-z0-9-]{1,63}+\\.){1,5}+[A-Za-z]{2,24}+");

  /** Addresses of commands and examples, which reach nobody. */
  private static final Pattern NOBODY =
      Pattern.compile(
          "(?i)(git|user|username|you|your.*|name|noreply|no-reply|example)@.*|.*@example\\..*");

  private CardAddresses() {}

  /** The same answer with the addresses in the cards of its first publishers. */
  public static Answer added(
      Answer answer, Snapshot snapshot, StoredGenealogy genealogy, int publishers)
      throws IOException {
    List<Publisher> some =
        answer.publishers().subList(0, Math.min(publishers, answer.publishers().size()));
    Map<String, String> keys = new HashMap<>();
    some.stream()
        .map(Publisher::busiest)
        .filter(Objects::nonNull)
        .forEach(
            id ->
                genealogy
                    .index()
                    .rows("key-of-model", row -> row.getString(1), genealogy.number(id))
                    .stream()
                    .filter(Objects::nonNull)
                    .forEach(key -> keys.put(key, id)));
    Map<String, List<Contact>> found = keys.isEmpty() ? Map.of() : found(snapshot, keys);
    List<Publisher> all =
        answer.publishers().stream()
            .map(publisher -> publisher.with(found.getOrDefault(publisher.busiest(), List.of())))
            .toList();
    return answer.with(all);
  }

  private static Map<String, List<Contact>> found(Snapshot snapshot, Map<String, String> keys)
      throws IOException {
    if (snapshot.seal(TableContracts.RAW_CARDS).isEmpty()) {
      return Map.of();
    }
    Object[] files =
        snapshot.dataPaths(TableContracts.RAW_CARDS).stream().map(snapshot.files()::uri).toArray();
    Map<String, List<Contact>> found = new HashMap<>();
    try (Connection duck = DriverManager.getConnection("jdbc:duckdb:");
        InputStream sql = CardAddresses.class.getResourceAsStream("cards.sql");
        PreparedStatement statement =
            duck.prepareStatement(new String(sql.readAllBytes(), StandardCharsets.UTF_8))) {
      statement.setArray(1, duck.createArrayOf("varchar", files));
      statement.setArray(2, duck.createArrayOf("varchar", keys.keySet().toArray()));
      try (ResultSet card = statement.executeQuery()) {
        while (card.next()) {
          Blob content = card.getBlob(2);
          String text =
              new String(content.getBytes(1, (int) content.length()), StandardCharsets.UTF_8);
          found.put(card.getString(1), addresses(text));
        }
      }
    } catch (SQLException failed) {
      throw new IOException("cards of snapshot " + snapshot.id(), failed);
    }
    return found;
  }

  /** The first addresses in a card. */
  static List<Contact> addresses(String card) {
    Set<String> addresses = new LinkedHashSet<>();
    Matcher matcher = ADDRESS.matcher(card);
    while (addresses.size() < MOST && matcher.find()) {
      if (!NOBODY.matcher(matcher.group()).matches()) {
        addresses.add(matcher.group());
      }
    }
    return addresses.stream().map(address -> new Contact(Contact.Kind.CARD, address)).toList();
  }

  /** Contacts with some more, in the order in which they are to be tried. */
  static List<Contact> ordered(List<Contact> contacts, List<Contact> more) {
    List<Contact> all = new ArrayList<>(Stream.concat(contacts.stream(), more.stream()).toList());
    all.sort(Comparator.comparing(Contact::kind));
    return all;
  }
}
