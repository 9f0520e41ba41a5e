package io.github.hubgenealogy.explorer.web;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.hubgenealogy.explorer.genealogy.Genealogy;
import io.github.hubgenealogy.explorer.web.api.Snapshots;
import io.github.hubgenealogy.lake.store.Lake;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** A real server on loopback over toys: one for each snapshot. */
final class ToyServer implements AutoCloseable {
  private final Snapshots snapshots;
  private final ExploreServer server;

  /**
   * Starts it.
   *
   * @param folder an empty one; published snapshots without tables are made there
   */
  ToyServer(Path folder, ServerSettings settings, Genealogy... toys) throws IOException {
    Map<String, Genealogy> all = new java.util.HashMap<>();
    for (Genealogy toy : toys) {
      all.put(toy.snapshot().id(), toy);
      publish(folder, toy);
    }
    snapshots =
        new Snapshots(
            Lake.at(folder.toString()),
            toys[0].snapshot().id(),
            Math.max(1, toys.length),
            (lake, id) -> all.get(id));
    server = new ExploreServer(settings, Explore.site(snapshots, ToyExposure::answer));
  }

  ToyServer(Path folder, Genealogy... toys) throws IOException {
    this(folder, ServerSettings.of(0, ServerSettings.LOOPBACK, List.of()), toys);
  }

  private static void publish(Path folder, Genealogy toy) throws IOException {
    ObjectNode manifest = new ObjectMapper().createObjectNode();
    manifest.put("manifestVersion", 1).put("snapshot", toy.snapshot().id());
    manifest.put("origin", toy.snapshot().origin()).put("commit", "unknown");
    manifest.putObject("versions");
    manifest.putObject("crawl");
    manifest.putObject("rejects");
    manifest.putArray("tables");
    manifest.putArray("artefacts");
    Path place = Files.createDirectories(folder.resolve(toy.snapshot().id()));
    Files.write(place.resolve("manifest.json"), new ObjectMapper().writeValueAsBytes(manifest));
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
