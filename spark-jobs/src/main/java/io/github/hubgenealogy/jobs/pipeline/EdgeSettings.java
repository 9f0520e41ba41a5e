package io.github.hubgenealogy.jobs.pipeline;

import static io.github.hubgenealogy.jobs.pipeline.JobsSettings.require;

import java.io.Serializable;
import java.util.List;

/**
 * How claims are resolved.
 *
 * @param maxNamesInMemory listed ids up to which they are held in memory, at about 100 bytes each;
 *     above, joins find them
 */
public record EdgeSettings(List<String> pathWords, Integer maxNamesInMemory)
    implements Serializable {
  public EdgeSettings {
    maxNamesInMemory = maxNamesInMemory == null ? 10_000_000 : maxNamesInMemory;
    require(maxNamesInMemory >= 0, "max-names-in-memory is at least 0");
    pathWords =
        pathWords == null
            ? List.of(
                "models",
                "model",
                "checkpoints",
                "checkpoint",
                "output",
                "outputs",
                "results",
                "result",
                "data",
                "workspace",
                "content",
                "tmp",
                "home",
                "mnt",
                "root",
                "cache",
                "weights",
                "pretrained",
                "pretrained_models",
                "saved_models",
                "ckpt",
                "ckpts",
                "runs",
                "logs",
                "experiments",
                "local",
                "merged",
                "downloads",
                "drive",
                "scratch",
                "artifacts",
                "saves")
            : List.copyOf(pathWords);
  }
}
