package io.github.hubgenealogy.simulator.churn;

import io.github.hubgenealogy.simulator.hub.Access;
import io.github.hubgenealogy.simulator.hub.Field;
import io.github.hubgenealogy.simulator.hub.Repository;
import io.github.hubgenealogy.simulator.hub.Sibling;
import io.github.hubgenealogy.simulator.json.JsonBytes;
import java.util.ArrayList;
import java.util.List;

/** A repository with what has changed since the beginning. */
final class ChangedRepository implements Repository {
  private final Repository before;
  private final String newName;
  private final int tagged;
  private final long downloads;

  ChangedRepository(Repository before, String newName, int tagged, long downloads) {
    this.before = before;
    this.newName = newName;
    this.tagged = tagged;
    this.downloads = downloads;
  }

  @Override
  public String key() {
    return before.key();
  }

  @Override
  public String id() {
    return newName == null ? before.id() : newName;
  }

  @Override
  public String sha() {
    return before.sha();
  }

  @Override
  public Access access() {
    return before.access();
  }

  @Override
  public byte[] readme() {
    return before.readme();
  }

  @Override
  public List<String> tags() {
    if (tagged == 0) {
      return before.tags();
    }
    List<String> tags = new ArrayList<>(before.tags());
    tags.add("tagged-anew-" + tagged);
    return tags;
  }

  @Override
  public String pipelineTag() {
    return before.pipelineTag();
  }

  @Override
  public long parameters() {
    return before.parameters();
  }

  @Override
  public boolean hasRevision(String revision) {
    return before.hasRevision(revision);
  }

  @Override
  public byte[] file(String path) {
    return before.file(path);
  }

  @Override
  public byte[] readmeAt(String revision) {
    return before.readmeAt(revision);
  }

  @Override
  public List<Sibling> siblings() {
    return before.siblings();
  }

  @Override
  public boolean write(Field field, JsonBytes json) {
    if (field == Field.TAGS && tagged > 0) {
      json.value(tags());
    } else if (field == Field.DOWNLOADS && downloads > 0) {
      json.number(downloads);
    } else if (field == Field.MODEL_ID && newName != null) {
      json.string(newName);
    } else if (field == Field.AUTHOR && newName != null) {
      json.string(newName.substring(0, newName.indexOf('/')));
    } else {
      return before.write(field, json);
    }
    return true;
  }
}
