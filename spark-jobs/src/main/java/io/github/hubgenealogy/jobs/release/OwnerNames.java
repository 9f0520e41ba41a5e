package io.github.hubgenealogy.jobs.release;

import static io.github.hubgenealogy.jobs.tables.Columns.*;
import static org.apache.spark.sql.functions.col;

import io.github.hubgenealogy.jobs.tables.SnapshotTables;
import io.github.hubgenealogy.lake.command.Fault;
import io.github.hubgenealogy.lake.contract.TableContracts;
import io.github.hubgenealogy.lake.id.ModelId;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.Row;

/** Who the owners of a snapshot are: organisations, and everyone else. Names are case folded. */
final class OwnerNames {
  private OwnerNames() {}

  /**
   * Owners that the Hub said are organisations, with those of a list.
   *
   * @param listed a file with a name a line, or null
   */
  static Set<String> organisations(SnapshotTables from, Path listed) throws IOException {
    Set<String> names = new HashSet<>();
    from.read(TableContracts.RAW_OWNERS)
        .where(col(TYPE).equalTo("organisation"))
        .select(OWNER)
        .as(Encoders.STRING())
        .collectAsList()
        .forEach(name -> names.add(ModelId.caseFold(name)));
    names.addAll(lines(listed, "--organisations"));
    return names;
  }

  /** The lines of a file, case folded, without comments; none where no file is named. */
  static Set<String> lines(Path file, String option) throws IOException {
    Set<String> lines = new HashSet<>();
    if (file == null) {
      return lines;
    }
    try {
      for (String line : Files.readAllLines(file)) {
        if (!line.isBlank() && !line.startsWith("#")) {
          lines.add(ModelId.caseFold(line.strip()));
        }
      }
      return lines;
    } catch (NoSuchFileException missing) {
      throw Fault.badInput(
          "there is no such file", file.toString(), "Name one with " + option + ".");
    }
  }

  /** Every owner of a snapshot that a release must not name. */
  static Set<String> pseudonymised(SnapshotTables from, Pseudonyms names) throws IOException {
    Dataset<Row> owners =
        from.read(TableContracts.MODELS)
            .select(OWNER)
            .union(from.read(TableContracts.DATASETS).select(OWNER))
            .union(owners(from.read(TableContracts.ALIASES), OLD_ID))
            .union(owners(from.read(TableContracts.ALIASES), CURRENT_ID))
            .union(owners(from.read(TableContracts.EDGES), PARENT_ID))
            .where(col(OWNER).isNotNull())
            .distinct();
    Set<String> people = new HashSet<>();
    List<String> all = owners.as(Encoders.STRING()).collectAsList();
    for (String owner : all) {
      if (!owner.isEmpty() && !names.isOrganisation(owner)) {
        people.add(ModelId.caseFold(owner));
      }
    }
    return people;
  }

  private static Dataset<Row> owners(Dataset<Row> rows, String id) {
    return rows.where(col(id).contains("/"))
        .select(org.apache.spark.sql.functions.substring_index(col(id), "/", 1).as(OWNER));
  }
}
