/**
 * The JSON API: a path and a query come in, a bounded question to the view goes out, and its answer
 * comes back as a record. It knows no sockets; {@code openapi.yaml} says the same to others.
 */
package io.github.hubgenealogy.explorer.web.api;
