package io.github.hubgenealogy.jobs.publish;

import io.github.hubgenealogy.lake.store.Origin;

/** What a description says of where the data came from; what is simulated says so loudly. */
final class DataOrigins {
  private DataOrigins() {}

  static String sentence(String origin) {
    return switch (Origin.of(origin)) {
      case HUB -> "Crawled from the Hugging Face Hub.";
      case IMPORT -> "Imported from a dump that others made.";
      case CORPUS -> "A CORPUS OF CARDS served by a simulator, not a snapshot of the Hub.";
      case SIMULATED ->
          "SIMULATED: about nobody, all names and figures are invented; not data of the Hub.";
    };
  }

  static String collection(String origin) {
    return switch (Origin.of(origin)) {
      case HUB ->
          "The Hub's public API, within its rate limits: the lists of models and datasets, and the"
              + " model cards.";
      case IMPORT -> "A community dump of the Hub's list of models; its own source has the terms.";
      case CORPUS -> "A file of model cards, served by a simulator.";
      case SIMULATED -> "Made by a simulator from a seed.";
    };
  }
}
