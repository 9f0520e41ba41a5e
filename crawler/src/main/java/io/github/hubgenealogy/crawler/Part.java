package io.github.hubgenealogy.crawler;

import io.github.hubgenealogy.crawler.asking.Shard;
import io.github.hubgenealogy.crawler.card.CardCrawl;
import io.github.hubgenealogy.crawler.counts.CountCrawl;
import io.github.hubgenealogy.crawler.listing.ListCrawl;
import io.github.hubgenealogy.crawler.listing.Listing;
import io.github.hubgenealogy.crawler.owner.OwnerCrawl;
import io.github.hubgenealogy.crawler.owner.OwnerNames;
import io.github.hubgenealogy.crawler.redirect.RedirectCrawl;
import io.github.hubgenealogy.lake.contract.TableContract;
import io.github.hubgenealogy.lake.contract.TableContracts;
import java.io.IOException;
import java.util.List;

/**
 * What can be crawled.
 *
 * @param word as it is named in what is said of it
 * @param table in which it ends
 * @param again whether a table that stands can still grow
 */
record Part(String word, TableContract table, boolean again, Work work) {

  /** Crawls what is left of it. */
  interface Work {
    Outcome run(CrawlSession session) throws IOException;
  }

  static final Part MODELS =
      new Part(
          "models",
          TableContracts.RAW_MODELS,
          false,
          session -> new ListCrawl(session, Listing.MODELS).run());
  static final Part DATASETS =
      new Part(
          "datasets",
          TableContracts.RAW_DATASETS,
          false,
          session -> new ListCrawl(session, Listing.DATASETS).run());
  static final Part CARDS =
      new Part("cards", TableContracts.RAW_CARDS, false, session -> new CardCrawl(session).run());
  static final Part REDIRECTS =
      new Part(
          "redirects",
          TableContracts.RAW_REDIRECTS,
          false,
          session -> new RedirectCrawl(session).run());

  /** What {@code all} does, in this order. */
  static final List<Part> ALL = List.of(MODELS, DATASETS, CARDS, REDIRECTS);

  /** The cards of one share of the models. */
  static Part cards(Shard shard) {
    return new Part(
        "cards", TableContracts.RAW_CARDS, false, session -> new CardCrawl(session).run(shard));
  }

  /** The owners that are named. */
  static Part owners(OwnerNames names) {
    return new Part(
        "owners", TableContracts.RAW_OWNERS, true, session -> new OwnerCrawl(session, names).run());
  }

  /** The Hub's counts of children, for so many models. */
  static Part counts(int top) {
    return new Part(
        "counts",
        TableContracts.RAW_CHILDREN,
        false,
        session -> new CountCrawl(session, top).run());
  }
}
