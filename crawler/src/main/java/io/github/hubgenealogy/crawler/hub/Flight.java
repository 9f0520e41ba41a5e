package io.github.hubgenealogy.crawler.hub;

import java.io.InputStream;
import java.net.http.HttpResponse;
import java.time.Instant;
import java.util.concurrent.CompletableFuture;

/**
 * A request on its way.
 *
 * @param sent nanoseconds of the forward-going clock
 * @param asked by the wall clock
 */
record Flight(
    Ask ask, CompletableFuture<HttpResponse<InputStream>> response, long sent, Instant asked) {}
