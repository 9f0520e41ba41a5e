/**
 * The HTTP server. In: a Hub's content and settings. Out: answers on loopback, header by header as
 * the Hub's. Nothing here knows whether the content is invented or real.
 */
package io.github.hubgenealogy.simulator.server;
