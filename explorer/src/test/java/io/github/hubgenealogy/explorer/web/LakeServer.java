package io.github.hubgenealogy.explorer.web;

import io.github.hubgenealogy.explorer.store.Explorations;
import io.github.hubgenealogy.explorer.web.api.Snapshots;
import io.github.hubgenealogy.lake.store.Lake;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/** A real server on loopback over a published snapshot. */
final class LakeServer implements AutoCloseable {
  private final Snapshots snapshots;
  private final ExploreServer server;

  LakeServer(Path lake, String snapshot) throws IOException {
    snapshots = new Snapshots(Lake.at(lake.toString()), snapshot, 1, Explorations::open);
    server =
        new ExploreServer(
            ServerSettings.of(0, ServerSettings.LOOPBACK, List.of()),
            Explore.site(snapshots, Explore::exposure));
  }

  String address() {
    return server.address().toString();
  }

  @Override
  public void close() {
    server.close();
    snapshots.close();
  }
}
