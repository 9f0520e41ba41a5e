/**
 * Pace: what the server says about its limits comes in, leave to send a request goes out, as soon
 * as the server will grant it and not before. All waiting of a crawl is done here, in {@link
 * io.github.hubgenealogy.crawler.rate.Waiting}.
 */
package io.github.hubgenealogy.crawler.rate;
