/** JSON as the Hub's server writes it. In: values. Out: compact UTF-8 bytes. */
package io.github.hubgenealogy.simulator.json;
