/**
 * What goes wrong on purpose. In: rates and a seed. Out: which faults befall a request, the same
 * for the same request and attempt.
 */
package io.github.hubgenealogy.simulator.fault;
