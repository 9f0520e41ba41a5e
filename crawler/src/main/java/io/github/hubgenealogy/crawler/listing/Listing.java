package io.github.hubgenealogy.crawler.listing;

import io.github.hubgenealogy.lake.contract.Column;
import io.github.hubgenealogy.lake.contract.TableContract;
import io.github.hubgenealogy.lake.contract.TableContracts;
import java.util.Set;
import java.util.stream.Collectors;

/** The Hub's lists that are crawled whole. */
@SuppressWarnings("ImmutableEnumChecker") // a contract never changes
public enum Listing {
  MODELS("models", "/api/models", TableContracts.RAW_MODELS),
  DATASETS("datasets", "/api/datasets", TableContracts.RAW_DATASETS);

  /** Given without being asked for, or ours. */
  private static final Set<String> NOT_ASKED = Set.of("_id", "id", RecordDecoder.OBSERVED_AT);

  private final String word;
  private final String path;
  private final TableContract contract;

  Listing(String word, String path, TableContract contract) {
    this.word = word;
    this.path = path;
    this.contract = contract;
  }

  public String word() {
    return word;
  }

  public TableContract contract() {
    return contract;
  }

  /** The first page: oldest first, because that order does not move under the crawl. */
  String firstPage(int pageSize) {
    return path
        + "?sort=createdAt&direction=1&limit="
        + pageSize
        + contract.columns().stream()
            .map(Column::name)
            .filter(name -> !NOT_ASKED.contains(name))
            .map(name -> "&expand[]=" + name)
            .collect(Collectors.joining());
  }
}
