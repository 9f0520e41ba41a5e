package io.github.hubgenealogy.crawler.card;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.hubgenealogy.crawler.asking.Shard;
import io.github.hubgenealogy.lake.command.Fault;
import io.github.hubgenealogy.lake.store.LakeFiles;
import io.github.hubgenealogy.lake.store.Snapshot;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;

/**
 * Into how many shares the cards of a snapshot are split, which whoever comes first decides, and
 * where the journal of each lies.
 */
public final class CardShards {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final String FOLDER = "raw/journal/cards";
  private static final String NAME = "shards.json";

  private final LakeFiles files;
  private final String folder;

  /** What {@code shards.json} says. */
  record Count(int shards) {}

  public CardShards(Snapshot snapshot) {
    this.files = snapshot.files();
    this.folder = snapshot.path(FOLDER);
  }

  /** The folder of all. */
  String folder() {
    return folder;
  }

  /** The folder of one share's journal and lock. */
  public String folder(Shard shard) {
    return folder + String.format("/shard-%04d", shard.index());
  }

  /** How many shares there are, if it was decided. */
  OptionalInt count() throws IOException {
    String path = folder + "/" + NAME;
    if (!files.exists(path)) {
      return OptionalInt.empty();
    }
    try (InputStream file = files.read(path)) {
      return OptionalInt.of(JSON.readValue(file, Count.class).shards());
    } catch (JacksonException broken) {
      throw Fault.badInput(
          "the number of shards cannot be read",
          files.uri(path),
          "Delete the folder it lies in and crawl the cards again.");
    }
  }

  /** All shares that there are; none where the cards are not split. */
  public List<Shard> all() throws IOException {
    List<Shard> shards = new ArrayList<>();
    int count = count().orElse(0);
    for (int i = 0; i < count; i++) {
      shards.add(new Shard(i, count));
    }
    return shards;
  }

  /** Decides the number, or sees that it is the one that was decided. */
  void fix(Shard shard) throws IOException {
    if (files.exists(folder + "/start.json")) {
      throw Fault.badInput(
          "the cards of this snapshot are being crawled whole",
          files.uri(folder),
          "Go on without --shard, or delete the folder to begin anew.");
    }
    files.createIfAbsent(folder + "/" + NAME, Snapshot.json(new Count(shard.count())));
    int decided = count().orElseThrow();
    if (decided != shard.count()) {
      throw Fault.badInput(
          "the cards of this snapshot are split into " + decided + " shards, not " + shard.count(),
          files.uri(folder + "/" + NAME),
          "Give --shard I/" + decided + ".");
    }
  }
}
