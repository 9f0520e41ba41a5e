/**
 * The grammar of model ids and what people write where one belongs: text comes in, a model id or a
 * reason why not goes out.
 */
package io.github.hubgenealogy.lake.id;
