package io.github.hubgenealogy.explorer.web;

import io.github.hubgenealogy.explorer.exposure.Exposures;
import io.github.hubgenealogy.explorer.exposure.Shelf;
import io.github.hubgenealogy.explorer.genealogy.Genealogy;
import io.github.hubgenealogy.explorer.store.Explorations;
import io.github.hubgenealogy.explorer.store.StoredGenealogy;
import io.github.hubgenealogy.explorer.web.api.Api;
import io.github.hubgenealogy.explorer.web.api.Exposed;
import io.github.hubgenealogy.explorer.web.api.Snapshots;
import io.github.hubgenealogy.lake.command.Ending;
import io.github.hubgenealogy.lake.command.ExitCode;
import io.github.hubgenealogy.lake.command.LakeOptions;
import io.github.hubgenealogy.lake.store.Lake;
import java.io.IOException;
import java.io.PrintWriter;
import java.util.List;
import java.util.concurrent.Callable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** The command {@code explore}: the page and its API, served until it is stopped. */
@Command(
    name = "explore",
    mixinStandardHelpOptions = true,
    sortOptions = false,
    description = {
      "Serves the genealogy of a published snapshot as a web page and as JSON, on this machine alone"
          + " unless told otherwise.",
      "When it is ready the first line on stdout is: listening on http://127.0.0.1:PORT"
    })
public final class Explore implements Callable<Integer> {
  private static final Logger LOG = LoggerFactory.getLogger(Explore.class);

  @Spec private CommandSpec spec;

  @Mixin private LakeOptions lake;

  @Option(
      names = "--port",
      paramLabel = "P",
      defaultValue = "8080",
      description = "where it listens; 0 for a free one (default: ${DEFAULT-VALUE})")
  private int port;

  @Option(
      names = "--bind",
      paramLabel = "ADDRESS",
      defaultValue = ServerSettings.LOOPBACK,
      description =
          "the address it listens on (default: ${DEFAULT-VALUE}); there is no login, so whoever"
              + " reaches it reads the snapshots")
  private String bind;

  @Option(
      names = "--host",
      paramLabel = "NAME",
      description = "a further name it answers under, where a proxy stands before it; repeatable")
  private List<String> hosts = List.of();

  @Option(
      names = "--open-snapshots",
      paramLabel = "N",
      defaultValue = "2",
      description = "how many snapshots stay in memory at once (default: ${DEFAULT-VALUE})")
  private int openSnapshots;

  @Override
  public Integer call() throws IOException {
    ServerSettings settings = settings();
    try (Ending ending = new Ending();
        Snapshots snapshots =
            new Snapshots(lake.lake(), lake.snapshotId(), openSnapshots, Explore::warm);
        ExploreServer server = new ExploreServer(settings, site(snapshots, Explore::exposure))) {
      PrintWriter out = spec.commandLine().getOut();
      out.println("listening on " + server.address());
      out.flush();
      ending.await();
    }
    LOG.info("the explorer has stopped");
    return ExitCode.DONE.number();
  }

  /** Models are answered for at once, and the names are ready before somebody has typed one. */
  private static Genealogy warm(Lake from, String id) throws IOException {
    return Explorations.open(from, id).warmBeside();
  }

  /** The API under its prefix, the page everywhere else. */
  static Site site(Snapshots snapshots, Exposed.Exposer exposer) {
    Api api = new Api(snapshots, exposer);
    PageFiles page = new PageFiles();
    return (path, query) ->
        path.startsWith(Api.PREFIX) ? api.answer(path, query) : page.answer(path, query);
  }

  /** Exposure over one snapshot. */
  static io.github.hubgenealogy.explorer.exposure.Answer exposure(
      List<Genealogy> views, List<String> ids) {
    return new Exposures(Shelf.of(views.stream().map(StoredGenealogy.class::cast).toList()))
        .answer(ids);
  }

  private ServerSettings settings() {
    try {
      if (openSnapshots < 1) {
        throw new IllegalArgumentException("--open-snapshots must be at least 1");
      }
      return ServerSettings.of(port, bind, hosts);
    } catch (IllegalArgumentException wrong) {
      throw new ParameterException(spec.commandLine(), wrong.getMessage());
    }
  }
}
