/**
 * GraphFrames' connected components behind {@code --engine graphframes}: numbers come in, numbers go
 * out. Compiled only under {@code -Pgraphframes}.
 */
package io.github.hubgenealogy.jobs.graphframes;
