package io.github.hubgenealogy.crawler;

import io.github.hubgenealogy.crawler.asking.AskingSettings;
import io.github.hubgenealogy.crawler.hub.Endpoint;
import io.github.hubgenealogy.crawler.hub.HttpSettings;
import io.github.hubgenealogy.crawler.journal.JournalSettings;
import io.github.hubgenealogy.crawler.listing.ListSettings;
import io.github.hubgenealogy.lake.settings.SettingsFile;
import java.nio.file.Path;
import java.util.Objects;

/**
 * The settings of {@code conf/crawler.yaml}; what the file leaves out has the value given here.
 *
 * @param endpoint where the Hub is, unless {@code --endpoint} says
 */
public record CrawlSettings(
    String endpoint,
    HttpSettings http,
    ListSettings list,
    AskingSettings asking,
    JournalSettings journal) {

  public CrawlSettings {
    endpoint = Objects.requireNonNullElse(endpoint, Endpoint.HUB);
    http =
        http == null
            ? new HttpSettings(null, null, null, null, null, null, null, null, null, null)
            : http;
    list = list == null ? new ListSettings(null, null, null) : list;
    asking = asking == null ? new AskingSettings(null, null, null, null, null) : asking;
    journal = journal == null ? new JournalSettings(null, null, null) : journal;
  }

  /** The defaults alone. */
  public static CrawlSettings defaults() {
    return new CrawlSettings(null, null, null, null, null);
  }

  /** The settings of an installation. */
  public static CrawlSettings of(Path home) {
    return home == null
        ? defaults()
        : SettingsFile.read(home.resolve("conf").resolve("crawler.yaml"), CrawlSettings.class);
  }
}
