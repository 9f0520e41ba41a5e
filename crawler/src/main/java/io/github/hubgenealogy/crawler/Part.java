package io.github.hubgenealogy.crawler;

import io.github.hubgenealogy.crawler.card.CardCrawl;
import io.github.hubgenealogy.crawler.listing.ListCrawl;
import io.github.hubgenealogy.crawler.listing.Listing;
import io.github.hubgenealogy.crawler.redirect.RedirectCrawl;
import io.github.hubgenealogy.lake.contract.TableContract;
import io.github.hubgenealogy.lake.contract.TableContracts;
import java.io.IOException;

/** What can be crawled, in the order in which {@code all} does it. */
enum Part {
  MODELS,
  DATASETS,
  CARDS,
  REDIRECTS;

  TableContract table() {
    return switch (this) {
      case MODELS -> TableContracts.RAW_MODELS;
      case DATASETS -> TableContracts.RAW_DATASETS;
      case CARDS -> TableContracts.RAW_CARDS;
      case REDIRECTS -> TableContracts.RAW_REDIRECTS;
    };
  }

  /** Crawls what is left of it. */
  Outcome run(CrawlSession session) throws IOException {
    return switch (this) {
      case MODELS -> new ListCrawl(session, Listing.MODELS).run();
      case DATASETS -> new ListCrawl(session, Listing.DATASETS).run();
      case CARDS -> new CardCrawl(session).run();
      case REDIRECTS -> new RedirectCrawl(session).run();
    };
  }
}
