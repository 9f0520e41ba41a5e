package io.github.hubgenealogy.explorer.web;

import io.github.hubgenealogy.lake.command.Fault;
import io.github.hubgenealogy.lake.command.LakeOptions;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** Command explore: the web page. */
@Command(
    name = "explore",
    mixinStandardHelpOptions = true,
    description = "Serves the genealogy as a web page on 127.0.0.1.")
public final class Explore implements Callable<Integer> {
  @Mixin private LakeOptions lake;

  @Override
  public Integer call() {
    throw Fault.badInput("the page is not in this build yet", lake.location(), "Use lineage.");
  }
}
