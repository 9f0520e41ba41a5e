package io.github.hubgenealogy.simulator.ecosystem;

import io.github.hubgenealogy.simulator.hub.GitBlob;
import io.github.hubgenealogy.simulator.hub.Repository;
import io.github.hubgenealogy.simulator.hub.Sibling;
import io.github.hubgenealogy.simulator.json.JsonBytes;
import java.nio.charset.StandardCharsets;

/** A repository's files with sizes and hashes, as {@code blobs=true} asks for them. */
final class Blobs {
  private Blobs() {}

  static boolean write(Repository repository, JsonBytes json) {
    json.beginArray();
    for (Sibling file : repository.siblings()) {
      json.beginObject().name("rfilename").string(file.path());
      json.name("blobId").string(GitBlob.name(file.path().getBytes(StandardCharsets.UTF_8)));
      json.name("size").number(file.bytes());
      if (file.large()) {
        json.name("lfs").beginObject().name("sha256").string(file.sha256());
        json.name("size").number(file.bytes());
        json.name("pointerSize").number(Sibling.POINTER_BYTES).endObject();
      }
      json.endObject();
    }
    json.endArray();
    return true;
  }
}
