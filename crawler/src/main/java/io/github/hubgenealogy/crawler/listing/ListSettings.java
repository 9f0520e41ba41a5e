package io.github.hubgenealogy.crawler.listing;

import java.util.Objects;

/**
 * How lists are read; see {@code conf/crawler.yaml}.
 *
 * @param pageSize elements a page; the Hub gives at most 1000
 * @param pageMebibytes the largest page that is read, decompressed
 * @param valueKibibytes the longest value of one column that is kept
 */
public record ListSettings(Integer pageSize, Integer pageMebibytes, Integer valueKibibytes) {
  public ListSettings {
    pageSize = Objects.requireNonNullElse(pageSize, 1000);
    pageMebibytes = Objects.requireNonNullElse(pageMebibytes, 64);
    valueKibibytes = Objects.requireNonNullElse(valueKibibytes, 1024);
    if (pageSize < 1 || pageSize > 1000) {
      throw new IllegalArgumentException("page-size is 1 to 1000");
    }
    if (pageMebibytes < 1 || pageMebibytes > 1024) {
      throw new IllegalArgumentException("page-mebibytes is 1 to 1024");
    }
    if (valueKibibytes < 1 || valueKibibytes > 16 * 1024) {
      throw new IllegalArgumentException("value-kibibytes is 1 to 16384");
    }
  }
}
