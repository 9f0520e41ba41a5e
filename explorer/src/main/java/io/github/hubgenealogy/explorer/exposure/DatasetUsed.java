package io.github.hubgenealogy.explorer.exposure;

/** A data set that a model asked for, or an ancestor of it, says it was trained on. */
public record DatasetUsed(String dataset, String presence, String model, String resolution) {}
